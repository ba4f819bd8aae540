//! Ordered certificates: storing an order, the customer's list, the files.

use ring::digest;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::issuance::Stage;
use crate::clock::Timestamp;
use crate::order::questions::BY_DNS;
use crate::order::{CertificateOrder, net_cost};
use crate::token;
use crate::wire::error::Failure;

/// A certificate as the customer's list shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Item id.
    pub id: i64,
    /// Domain name.
    pub common_name: String,
    /// The package's name.
    pub package: String,
    /// When it was ordered.
    pub created_at: Timestamp,
    /// When it expires; only once issued.
    pub expires_at: Option<Timestamp>,
    /// How far it has come.
    pub stage: Stage,
    /// The bill it is on.
    pub billorder: i64,
}

/// The files of a certificate.
#[derive(Clone, Debug)]
pub struct Files {
    /// The request as it was sent.
    pub csr: String,
    /// The certificate in PEM form; only once issued.
    pub certificate: Option<String>,
}

/// Puts an order on a bill. Returns the item's id.
///
/// # Errors
///
/// The database failed.
pub fn add(db: &Connection, bill: i64, order: &CertificateOrder, now: Timestamp) -> Result<i64, Failure> {
    let request = &order.request;
    let chosen = &request.chosen;
    let common_name = request.subject.common_name.as_deref().unwrap_or_default();
    db.execute(
        "INSERT INTO item (billorder, item_type, package, description, period, cost, setup, created_at) \
         VALUES (?1, 'certificate', ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            bill,
            chosen.package.id,
            common_name,
            chosen.price.period,
            net_cost(chosen, request.names.len()),
            chosen.package.setup,
            now
        ],
    )?;
    let id = db.last_insert_rowid();
    add_certificate(db, id, order)?;
    add_names(db, id, order)?;
    add_answers(db, id, order)?;
    add_people(db, id, order)?;
    Ok(id)
}

fn add_certificate(db: &Connection, id: i64, order: &CertificateOrder) -> Result<(), Failure> {
    let request = &order.request;
    let subject = &request.subject;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    db.execute(
        "INSERT INTO certificate (item, csr, crt_type, country, state, locality, organization, \
         organizational_unit, common_name, email, approver_method, remoteid) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            id,
            request.csr,
            request.crt_type,
            request.country,
            text(&subject.state),
            text(&subject.locality),
            text(&subject.organization),
            text(&subject.organizational_unit),
            text(&subject.common_name),
            text(&subject.email),
            order.details.approver_method,
            order.details.remote_id
        ],
    )?;
    Ok(())
}

fn add_names(db: &Connection, id: i64, order: &CertificateOrder) -> Result<(), Failure> {
    let pairs = order.request.names.iter().zip(&order.details.approvers);
    for (position, (name, approver)) in (1_i64..).zip(pairs) {
        db.execute(
            "INSERT INTO certificate_name (certificate, position, name, approver_email) \
             VALUES (?1, ?2, ?3, ?4)",
            params![id, position, name, approver],
        )?;
    }
    Ok(())
}

fn add_answers(db: &Connection, id: i64, order: &CertificateOrder) -> Result<(), Failure> {
    for (name, value) in &order.details.answers {
        let insert = "INSERT INTO answer (certificate, name, value) VALUES (?1, ?2, ?3)";
        db.execute(insert, params![id, name, value])?;
    }
    Ok(())
}

fn add_people(db: &Connection, id: i64, order: &CertificateOrder) -> Result<(), Failure> {
    for person in &order.details.contacts {
        db.execute(
            "INSERT INTO contact (certificate, role, fname, lname, jtitle, email, phone) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![id, person.role, person.fname, person.lname, person.jtitle, person.email, person.phone],
        )?;
    }
    if let Some(entity) = &order.details.organization {
        db.execute(
            "INSERT INTO organization (certificate, name, duns, division, country, state, city, \
             postcode, address, phone) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            params![
                id,
                entity.name,
                entity.duns,
                entity.division,
                entity.country,
                entity.state,
                entity.city,
                entity.postcode,
                entity.address,
                entity.phone
            ],
        )?;
    }
    Ok(())
}

const LISTED: &str = "SELECT item.id, common_name, package.name, item.created_at, expires_at, stage, \
     item.billorder FROM certificate JOIN item ON item.id = certificate.item \
     JOIN package ON package.id = item.package JOIN billorder ON billorder.id = item.billorder";

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        id: row.get(0)?,
        common_name: row.get(1)?,
        package: row.get(2)?,
        created_at: row.get(3)?,
        expires_at: row.get(4)?,
        stage: Stage::from_number(row.get(5)?),
        billorder: row.get(6)?,
    })
}

/// The customer's certificates on paid or placed bills, newest first, those in the cart not among them.
///
/// # Errors
///
/// The database failed.
pub fn placed(db: &Connection, customer: i64) -> Result<Vec<Listed>, Failure> {
    let mut query = db.prepare(&format!("{LISTED} WHERE customer = ?1 AND status <> 'cart' ORDER BY item.id DESC"))?;
    let certificates = query.query_map([customer], listed)?;
    Ok(certificates.collect::<Result<_, _>>()?)
}

/// What the customer has to publish so that the names are confirmed.
#[derive(Clone, Debug)]
pub struct DnsRecord {
    /// The value of the TXT record.
    pub value: String,
    /// The names, in order.
    pub names: Vec<String>,
}

/// The record of a certificate that is confirmed that way; a value made from the request stands for the one that a
/// certificate authority would give.
///
/// # Errors
///
/// The database failed.
pub fn dns_record(db: &Connection, id: i64) -> Result<Option<DnsRecord>, Failure> {
    let query = "SELECT csr FROM certificate WHERE item = ?1 AND approver_method = ?2";
    let csr: Option<String> = db.query_row(query, params![id, BY_DNS], |row| row.get(0)).optional()?;
    let Some(csr) = csr else { return Ok(None) };
    let hash = digest::digest(&digest::SHA256, csr.as_bytes());
    let value = token::hex(hash.as_ref());
    let mut query = db.prepare("SELECT name FROM certificate_name WHERE certificate = ?1 ORDER BY position")?;
    let names = query.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(Some(DnsRecord { value, names }))
}

/// The files of a certificate on one of the customer's paid or placed bills.
///
/// # Errors
///
/// The database failed.
pub fn files(db: &Connection, customer: i64, id: i64) -> Result<Option<Files>, Failure> {
    let query = "SELECT csr, pem FROM certificate JOIN item ON item.id = certificate.item \
                 JOIN billorder ON billorder.id = item.billorder \
                 WHERE customer = ?1 AND status <> 'cart' AND item.id = ?2";
    let found = db.query_row(query, [customer, id], |row| Ok(Files { csr: row.get(0)?, certificate: row.get(1)? }));
    Ok(found.optional()?)
}
