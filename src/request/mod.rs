//! The certificate signing request (PKCS #10, RFC 2986) and the formats of keys: bytes in, bytes out.
pub mod algorithm;
pub mod big;
pub mod build;
pub mod cleaned;
pub mod csr;
pub mod der;
pub mod fingerprint;
pub mod given;
pub mod keyfile;
pub mod lint;
pub mod oid;
mod parse;
pub mod pem;
pub mod pkcs8;
pub mod read;
pub mod signature;
pub mod subject;
pub mod vault;
