//! What `openssl` makes of a request or a key.
use crate::openssl::{openssl, run};

/// Whether the request's signature is of the request and by its key.
pub fn verifies(csr: &str) -> bool {
    let output = run(&["req", "-verify", "-noout"], csr);
    // Older releases end well after a failure too: what they say counts.
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    output.status.success() && said.contains("verify OK")
}

/// The public key that `openssl` finds, in DER.
pub fn public_key(arguments: &[&str], input: &str) -> Vec<u8> {
    pem::parse(openssl(arguments, input)).unwrap().into_contents()
}

/// The strings of a request that follow an object identifier: its name, their type, their value.
pub fn named_strings(csr: &str) -> Vec<[String; 3]> {
    let parsed = openssl(&["asn1parse"], csr);
    let parts: Vec<(String, String)> = parsed
        .lines()
        .filter_map(|line| line.split_once("prim: "))
        .filter_map(|(_, rest)| rest.split_once(':'))
        .map(|(kind, value)| (kind.trim().to_owned(), value.to_owned()))
        .collect();
    let pairs = parts.windows(2).filter(|pair| pair[0].0 == "OBJECT" && pair[1].0.ends_with("STRING"));
    pairs
        .filter(|pair| !["OCTET STRING", "BIT STRING"].contains(&pair[1].0.as_str()))
        .map(|pair| [pair[0].1.clone(), pair[1].0.clone(), pair[1].1.clone()])
        .collect()
}
