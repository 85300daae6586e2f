# Installing what is missing: Debian packages, and Python virtual environments under build/venv/.

# install_packages NEED...: makes sure of the packages that scripts/packages.txt lists for these needs.
install_packages() {
  local wanted missing
  wanted=$(awk -v needs=" $* " '!/^#/ && index(needs, " " $1 " ") { print $2 }' scripts/packages.txt | sort -u)
  missing=$(comm -23 <(echo "$wanted") <(installed_packages | sort -u))
  [[ -n $missing ]] || return 0

  local as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || fail "missing packages; as root, run: apt-get install" $missing
    as_root=(sudo)
  fi
  say "installing" $missing
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}

installed_packages() {
  dpkg-query --show --showformat '${db:Status-Status} ${Package}\n' | awk '$1 == "installed" { print $2 }'
}

# make_venv NAME: build/venv/NAME holds what its row of venvs() says. Nothing happens until the requirements change.
make_venv() {
  local name requirements options
  read -r name requirements options < <(venvs | awk -v name="$1" '$1 == name')
  local venv=build/venv/$name stamp=build/venv/$name.stamp wanted
  wanted=$(sha256sum <"$requirements")
  [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return 0

  say "installing what $requirements lists into $venv"
  rm -rf "$venv" && mkdir -p build/venv && /usr/bin/python3 -m venv "$venv" &&
    "$venv/bin/pip" install --quiet --disable-pip-version-check $options -r "$requirements" &&
    echo "$wanted" >"$stamp"
}
