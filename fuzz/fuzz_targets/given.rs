//! What a customer pastes or chooses, whatever it is: text, armour, files. What is read is stored in a form that reads the same.
#![no_main]

use cert_order::request::given;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = given::text_of_file(bytes);
    if let Ok(read) = given::read(text.expose()) {
        let again = given::read(&read.pem).expect("what was read reads again");
        assert!(again.cleaned.is_empty() && again.pem == read.pem && again.subject == read.subject);
    }
});
