//! What stands around the form in native tests: a customer, a browser and a billing system, none of them real.
pub mod arbitrary;
pub mod audit;
pub mod browser;
pub mod crypto;
pub mod customer;
pub mod openssl;
pub mod requests;
pub mod shop;
pub mod steps;
pub mod vault;
pub mod verify;
pub mod visit;
pub mod wire;
