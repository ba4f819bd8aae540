//! The country table: ids of this installation, ISO 3166-1 codes, international dialling codes.

use rusqlite::{Connection, OptionalExtension, params};

use crate::wire::error::Failure;
use crate::wire::form::Choice;

/// Id, ISO code, dialling code and English name, tab-separated. The ids follow no order, as database keys do; 182
/// is the Russian Federation, as in the vendor's documentation.
const TABLE: &str = include_str!("countries.tsv");

/// Writes the table, with `offset` added to each id.
///
/// # Errors
///
/// The database refused, or the data file has a malformed line.
pub fn fill(db: &Connection, offset: i64) -> Result<(), Failure> {
    let mut insert = db.prepare("INSERT INTO country (id, iso2, phone_code, name) VALUES (?1, ?2, ?3, ?4)")?;
    for line in TABLE.lines() {
        let mut cells = line.splitn(4, '\t');
        let (Some(id), Some(iso2), Some(phone), Some(name)) = (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            return Err(Failure::internal(format!("malformed country line: {line}")));
        };
        let number = |cell: &str| {
            let parsed = cell.parse::<i64>();
            parsed.map_err(|error| Failure::internal(format!("{line}: {error}")))
        };
        insert.execute(params![number(id)? + offset, iso2, number(phone)?, name])?;
    }
    Ok(())
}

/// The ISO 3166-1 alpha-2 code of a country id.
///
/// # Errors
///
/// The database failed.
pub fn iso2(db: &Connection, id: i64) -> Result<Option<String>, Failure> {
    let query = "SELECT iso2 FROM country WHERE id = ?1";
    Ok(db.query_row(query, [id], |row| row.get(0)).optional()?)
}

/// The id of an ISO 3166-1 alpha-2 code.
///
/// # Errors
///
/// The database failed.
pub fn id(db: &Connection, iso2: &str) -> Result<Option<i64>, Failure> {
    let query = "SELECT id FROM country WHERE iso2 = ?1";
    Ok(db.query_row(query, [iso2], |row| row.get(0)).optional()?)
}

/// All countries by name, each with its flag picture, which is named by the ISO code.
///
/// # Errors
///
/// The database failed.
pub fn choices(db: &Connection) -> Result<Vec<Choice>, Failure> {
    let mut query = db.prepare("SELECT id, name, iso2 FROM country ORDER BY name")?;
    let choices = query.query_map([], |row| {
        let iso2: String = row.get(2)?;
        Ok(Choice {
            key: row.get::<_, i64>(0)?.to_string(),
            text: row.get(1)?,
            image: Some(format!("/manimg/common/flag/{iso2}.png")),
            phone: None,
        })
    })?;
    Ok(choices.collect::<Result<_, _>>()?)
}

/// All countries for a list beside a phone number, each with its code and the mask of its numbers.
///
/// # Errors
///
/// The database failed.
pub fn phone_choices(db: &Connection) -> Result<Vec<Choice>, Failure> {
    let mut choices = choices(db)?;
    for choice in &mut choices {
        let code: i64 =
            db.query_row("SELECT phone_code FROM country WHERE id = ?1", [&choice.key], |row| row.get(0))?;
        choice.phone = Some((code, mask(code)));
    }
    Ok(choices)
}

/// The dialling code of a country id.
///
/// # Errors
///
/// The database failed.
pub fn phone_code(db: &Connection, id: i64) -> Result<Option<i64>, Failure> {
    let query = "SELECT phone_code FROM country WHERE id = ?1";
    Ok(db.query_row(query, [id], |row| row.get(0)).optional()?)
}

/// `9` is a digit, brackets hold what may be left out; most countries have no mask.
const fn mask(code: i64) -> &'static str {
    match code {
        1 => "(999) 999-9999",
        7 => "(999) 9999999",
        49 => "(99[9]) 9999999",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::seed::Start;
    use crate::db::{Location, open};

    #[test]
    fn all_249_countries_are_there_with_the_documented_id_of_russia() {
        let db = open(&Location::Memory, Start::default()).unwrap();
        assert_eq!(choices(&db).unwrap().len(), 249);
        assert_eq!(iso2(&db, 182).unwrap().as_deref(), Some("RU"));
        assert_eq!(id(&db, "DE").unwrap(), Some(188));
        assert_eq!(iso2(&db, 100_000).unwrap(), None);
    }

    #[test]
    fn an_id_says_nothing_about_the_alphabet() {
        let db = open(&Location::Memory, Start::default()).unwrap();
        for (position, choice) in (1..).zip(choices(&db).unwrap()) {
            assert_ne!(choice.key, i32::to_string(&position), "{}", choice.text);
        }
    }
}
