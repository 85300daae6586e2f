// For tests: a fresh key and a certificate for "localhost" that it signed itself, valid for an hour.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <string>

#include "core/testing.h"

namespace cairn::http {

// Both as PEM files in a folder that goes with the object.
class TestCertificate {
 public:
  TestCertificate() {
    const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
    write(key_file(),
          [&](std::FILE* file) { PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr); });
    write_certificate(key.get());
  }

  [[nodiscard]] std::string key_file() const { return (folder_ / "key.pem").string(); }
  [[nodiscard]] std::string cert_file() const { return (folder_ / "cert.pem").string(); }
  [[nodiscard]] std::string folder() const { return folder_.path().string(); }

 private:
  using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

  template <class Writer>
  static void write(const std::string& path, Writer writer) {
    std::FILE* file = std::fopen(path.c_str(), "w");
    writer(file);
    std::fclose(file);
  }

  void write_certificate(EVP_PKEY* key) const {
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key);
    X509_NAME* name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("localhost"), -1, -1,
                               0);
    X509_set_issuer_name(certificate.get(), name);
    X509_sign(certificate.get(), key, EVP_sha256());
    write(cert_file(), [&](std::FILE* file) { PEM_write_X509(file, certificate.get()); });
  }

  const TemporaryFolder folder_;
};

}  // namespace cairn::http
