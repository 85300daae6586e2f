#!/usr/bin/env bash
# assemble_root.sh BINARY FOLDER: makes FOLDER a root file system that holds what BINARY needs to run, and no more.
#
# Runs on Debian, as root. The Dockerfile's second stage is this folder; tests/deploy changes its root into it.
set -euo pipefail

binary=$(realpath "$1")
root=$2
user_id=10001

fail() {
  echo "assemble_root.sh: $*" >&2
  exit 1
}

# Debian's layout: /lib and /lib64 are links into /usr.
make_folders() {
  [[ ! -e $root ]] || fail "$root exists already"
  mkdir -p "$root"/{etc/ssl/certs,usr/bin,usr/lib,usr/lib64,usr/share/doc,var/lib/dpkg/status.d,dev,proc,sys}
  ln -s usr/bin "$root/bin"
  ln -s usr/lib "$root/lib"
  ln -s usr/lib64 "$root/lib64"
  install -d -m 1777 "$root/tmp"
  install -d -m 0750 -o $user_id -g $user_id "$root/var/lib/cairn"
}

make_user() {
  printf 'root:x:0:0:root:/:/sbin/nologin\ncairn:x:%s:%s:cairn:/var/lib/cairn:/sbin/nologin\n' \
    $user_id $user_id >"$root/etc/passwd"
  printf 'root:x:0:\ncairn:x:%s:\n' $user_id >"$root/etc/group"
  echo 'hosts: files dns' >"$root/etc/nsswitch.conf"
}

# What the program loads when it first needs it, and the loader so knows nothing of: the binary holds the names, among
# those of the libraries that it is linked with.
loaded_later() {
  local name path
  while read -r name; do
    path=$(ldconfig -p | awk -v name="$name" '$1 == name { print $NF; exit }')
    [[ $path ]] || fail "$name is missing"
    echo "$path"
  done < <(grep -aoE '\<lib[a-z0-9_+-]+\.so(\.[0-9]+)+\>' "$binary" | sort -u)
}

# The dynamic loader and every library, as the loader itself finds them.
libraries() {
  local listed later
  later=$(loaded_later)
  # shellcheck disable=SC2086  # one path a line
  listed=$(ldd "$binary" && echo "$later" && ldd $later)
  ! grep 'not found' <<<"$listed" >&2 || fail "a library is missing"
  grep -o '/[^ :]*' <<<"$listed" | sort -u
}

copy_programs() {
  strip -o "$root/usr/bin/cairn" "$binary"
  local library
  for library in $(libraries); do
    install -D -m 0755 "$(realpath "$library")" "$root/$library"
  done
  install -m 0644 /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
}

# The package database knows some libraries by their path below /usr, others by the one through the link /lib.
packages() {
  echo ca-certificates
  { libraries && libraries | xargs realpath; } | xargs dpkg-query --search 2>/dev/null | cut -d: -f1 || true
}

# libarchive, of which cairn uses .tar.zst alone, brings libxml2 and that ICU, whose 30 MiB of data nothing here reads. In
# their place stands what ICU calls stub data: the library with its one symbol, and no data.
leave_out_icu_data() {
  local library
  library=$(libraries | grep '/libicudata\.so\.' || true)
  [[ $library ]] || return 0
  local version=${library##*.}
  printf '__attribute__((aligned(16))) const char icudt%s_dat[16] = {0};\n' "$version" |
    cc -shared -Wl,-soname,"libicudata.so.$version" -x c - -o "$root/$library"
}

# Licences, and what scanners look for to know the versions.
copy_package_records() {
  local package
  for package in $(packages | sort -u); do
    install -D -m 0644 "/usr/share/doc/$package/copyright" "$root/usr/share/doc/$package/copyright"
    dpkg-query --status "$package" >"$root/var/lib/dpkg/status.d/$package"
  done
}

make_folders
make_user
copy_programs
leave_out_icu_data
copy_package_records
du -sk "$root" | awk '{ printf "%.1f MiB\n", $1 / 1024 }'
