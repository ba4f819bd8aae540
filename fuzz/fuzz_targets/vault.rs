//! Vault files, and what lies sealed in them: what is read reads the same when it is written again.
#![no_main]

use cert_order::request::vault::{VaultFile, read_keys, write_keys};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(file) = VaultFile::read(text) {
        assert_eq!(VaultFile::read(&file.write()), Ok(file));
    }
    if let Some(keys) = read_keys(text) {
        assert_eq!(read_keys(&write_keys(&keys)), Some(keys));
    }
});
