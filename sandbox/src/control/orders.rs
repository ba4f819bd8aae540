//! `/sandbox/orders`: every stored certificate order, whole.

use rusqlite::{Connection, Row};
use serde_json::{Value, json};

use crate::db::billorders::{self, Billorder};
use crate::db::payments;
use crate::money::CURRENCY;
use crate::wire::error::Failure;

/// All orders of all customers, oldest first.
///
/// # Errors
///
/// The database failed.
pub fn all(db: &Connection) -> Result<Value, Failure> {
    let mut query = db.prepare(
        "SELECT item.id, item.billorder, billorder.customer FROM certificate \
         JOIN item ON item.id = certificate.item JOIN billorder ON billorder.id = item.billorder \
         ORDER BY item.id",
    )?;
    let ids = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut orders = Vec::new();
    for id in ids {
        let (item, bill, customer): (i64, i64, i64) = id?;
        if let Some(bill) = billorders::find(db, customer, bill)? {
            orders.push(order(db, item, customer, &bill)?);
        }
    }
    Ok(Value::Array(orders))
}

fn order(db: &Connection, item: i64, customer: i64, bill: &Billorder) -> Result<Value, Failure> {
    let mut order = certificate(db, item)?;
    let parts = [
        ("customer", json!(customer)),
        ("billorder", json!(bill.id)),
        ("state", json!(bill.status.code())),
        ("promocode", json!(bill.promocode)),
        ("price", price(item, bill)),
        ("names", names(db, item, "name")?),
        ("approvers", names(db, item, "approver_email")?),
        ("answers", answers(db, item)?),
        ("contacts", contacts(db, item)?),
        ("organization", organization(db, item)?),
        ("payments", paid(db, bill.id)?),
    ];
    if let Some(members) = order.as_object_mut() {
        members.extend(parts.map(|(name, value)| (name.to_owned(), value)));
        if billorders::is_new_cart(db, bill.id)? {
            members.insert("cart".to_owned(), "new".into());
        }
    }
    Ok(order)
}

fn certificate(db: &Connection, item: i64) -> Result<Value, Failure> {
    let query = "SELECT csr, crt_type, iso2, state, locality, organization, organizational_unit, \
                 common_name, certificate.email, stage, pem, package, period, \
                 approver_method, remoteid FROM certificate \
                 JOIN item ON item.id = certificate.item \
                 JOIN country ON country.id = certificate.country WHERE item = ?1";
    let read = |row: &Row<'_>| -> rusqlite::Result<Value> {
        let text = |index| row.get::<_, String>(index);
        Ok(json!({
            "id": item,
            "csr": text(0)?,
            "crt_type": text(1)?,
            "subject": {
                "country": text(2)?,
                "state": text(3)?,
                "locality": text(4)?,
                "organization": text(5)?,
                "organizational_unit": text(6)?,
                "common_name": text(7)?,
                "email": text(8)?,
            },
            "stage": row.get::<_, i64>(9)?,
            "certificate": row.get::<_, Option<String>>(10)?,
            "package": row.get::<_, i64>(11)?,
            "period": row.get::<_, i64>(12)?,
            "approver_method": text(13)?,
            "remoteid": text(14)?,
        }))
    };
    Ok(db.query_row(query, [item], read)?)
}

/// The parts of the row's price, in cents.
fn price(item: i64, bill: &Billorder) -> Value {
    let row = bill.rows.iter().find(|row| row.id == item);
    row.map_or(Value::Null, |row| {
        json!({
            "currency": CURRENCY,
            "setup_minor": row.setup.minor(),
            "full_minor": row.price.full.minor(),
            "discount_minor": row.price.discount.minor(),
            "tax_minor": row.price.tax.minor(),
            "total_minor": row.price.total().minor(),
        })
    })
}

fn names(db: &Connection, item: i64, column: &str) -> Result<Value, Failure> {
    let mut query =
        db.prepare(&format!("SELECT {column} FROM certificate_name WHERE certificate = ?1 ORDER BY position"))?;
    let names = query.query_map([item], |row| row.get::<_, String>(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn answers(db: &Connection, item: i64) -> Result<Value, Failure> {
    let mut query = db.prepare("SELECT name, value FROM answer WHERE certificate = ?1")?;
    let answers = query.query_map([item], |row| Ok((row.get(0)?, Value::String(row.get(1)?))))?;
    Ok(Value::Object(answers.collect::<Result<_, _>>()?))
}

fn contacts(db: &Connection, item: i64) -> Result<Value, Failure> {
    let mut query =
        db.prepare("SELECT role, fname, lname, jtitle, email, phone FROM contact WHERE certificate = ?1")?;
    let mut rows = query.query([item])?;
    let mut contacts = serde_json::Map::new();
    while let Some(row) = rows.next()? {
        let text = |index| row.get::<_, String>(index);
        let person = json!({
            "fname": text(1)?,
            "lname": text(2)?,
            "jtitle": text(3)?,
            "email": text(4)?,
            "phone": text(5)?,
        });
        contacts.insert(text(0)?, person);
    }
    Ok(contacts.into())
}

fn organization(db: &Connection, item: i64) -> Result<Value, Failure> {
    let mut query = db.prepare(
        "SELECT organization.name, duns, division, iso2, state, city, postcode, address, phone \
         FROM organization JOIN country ON country.id = organization.country WHERE certificate = ?1",
    )?;
    let mut rows = query.query([item])?;
    let Some(row) = rows.next()? else {
        return Ok(Value::Null);
    };
    let text = |index| row.get::<_, String>(index);
    Ok(json!({
        "name": text(0)?,
        "duns": text(1)?,
        "division": text(2)?,
        "country": text(3)?,
        "state": text(4)?,
        "city": text(5)?,
        "postcode": text(6)?,
        "address": text(7)?,
        "phone": text(8)?,
    }))
}

fn paid(db: &Connection, bill: i64) -> Result<Value, Failure> {
    let payment = |payment: payments::Payment| {
        json!({
            "id": payment.id,
            "amount_minor": payment.amount.minor(),
            "currency": payment.currency,
            "status": payment.status,
            "method": payment.method,
        })
    };
    let payments = payments::of_bill(db, bill)?;
    Ok(payments.into_iter().map(payment).collect())
}
