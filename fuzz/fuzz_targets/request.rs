//! PKCS #10 in DER, and the linter over it. The outermost length is made to fit, so that more gets inside.
#![no_main]

use cert_order::domain::package::Coverage;
use cert_order::request::csr::Verdict;
use cert_order::request::lint::{Context, lint};
use cert_order::request::{der, given, pem};
use cert_order::words::Speech;
use libfuzzer_sys::fuzz_target;

fn judge(der: &[u8]) {
    let Ok(read) = given::read(&pem::encode("CERTIFICATE REQUEST", der)) else { return };
    let is_public_suffix = |name: &str| !name.contains('.');
    for (verdict, coverage) in [(Verdict::Good, Coverage::Single), (Verdict::Bad, Coverage::Wildcard)] {
        let context =
            Context { verdict, coverage, is_domain_validated: true, is_public_suffix: Some(&is_public_suffix) };
        for finding in lint(&read, &context) {
            assert!(!Speech::ENGLISH.finding(&finding).is_empty());
        }
    }
    let _ = (read.raw_signature(), read.key_id(), read.all_names().len(), read.other_texts().count());
}

fuzz_target!(|bytes: &[u8]| {
    judge(bytes);
    judge(&der::write(der::SEQUENCE, &[bytes]));
});
