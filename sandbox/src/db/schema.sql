-- Amounts are in cents, times in milliseconds since 1970, flags 0 or 1.

CREATE TABLE country (
    id         INTEGER PRIMARY KEY,
    iso2       TEXT    NOT NULL UNIQUE CHECK (length(iso2) = 2),
    phone_code INTEGER NOT NULL,
    name       TEXT    NOT NULL
) STRICT;

CREATE TABLE customer (
    id            INTEGER PRIMARY KEY,
    login         TEXT    NOT NULL UNIQUE,
    password_salt BLOB    NOT NULL,
    password_hash BLOB    NOT NULL,
    realname      TEXT    NOT NULL,
    email         TEXT    NOT NULL,
    phone         TEXT    NOT NULL,
    balance       INTEGER NOT NULL CHECK (balance >= 0),
    code          TEXT
) STRICT;

CREATE TABLE payer (
    id       INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES customer,
    name     TEXT    NOT NULL
) STRICT;

CREATE TABLE session (
    id_hash   BLOB    PRIMARY KEY,
    customer  INTEGER NOT NULL REFERENCES customer,
    last_used INTEGER NOT NULL,
    temporary INTEGER NOT NULL CHECK (temporary IN (0, 1))
) STRICT;

CREATE TABLE package (
    id              INTEGER PRIMARY KEY,
    name            TEXT    NOT NULL,
    description     TEXT    NOT NULL,
    validation      TEXT    NOT NULL CHECK (validation IN ('dv', 'ov', 'ev')),
    wildcard        INTEGER NOT NULL CHECK (wildcard IN (0, 1)),
    setup           INTEGER NOT NULL CHECK (setup >= 0),
    names_included  INTEGER NOT NULL CHECK (names_included >= 1),
    names_max       INTEGER NOT NULL CHECK (names_max >= names_included)
) STRICT;

CREATE TABLE package_price (
    package      INTEGER NOT NULL REFERENCES package,
    period       INTEGER NOT NULL CHECK (period > 0),
    cost         INTEGER NOT NULL CHECK (cost >= 0),
    further_name INTEGER NOT NULL CHECK (further_name >= 0),
    PRIMARY KEY (package, period)
) STRICT;

CREATE TABLE promocode (
    code       TEXT    PRIMARY KEY,
    percent    INTEGER NOT NULL CHECK (percent BETWEEN 1 AND 100),
    validation TEXT,
    expired    INTEGER NOT NULL CHECK (expired IN (0, 1))
) STRICT;

CREATE TABLE billorder (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    customer   INTEGER NOT NULL REFERENCES customer,
    status     TEXT    NOT NULL CHECK (status IN ('cart', 'unpaid', 'paid')),
    promocode  TEXT    REFERENCES promocode,
    -- Of a cart: it is the new one.
    is_new     INTEGER NOT NULL DEFAULT 0 CHECK (is_new IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX one_cart_per_customer ON billorder (customer, is_new) WHERE status = 'cart';

CREATE TABLE item (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    billorder   INTEGER NOT NULL REFERENCES billorder ON DELETE CASCADE,
    item_type   TEXT    NOT NULL CHECK (item_type IN ('certificate', 'domain')),
    package     INTEGER REFERENCES package,
    description TEXT    NOT NULL,
    period      INTEGER NOT NULL,
    cost        INTEGER NOT NULL CHECK (cost >= 0),
    setup       INTEGER NOT NULL CHECK (setup >= 0),
    -- The code of the cart in which the row joined another order; else that of the order counts.
    promocode   TEXT    REFERENCES promocode,
    created_at  INTEGER NOT NULL
) STRICT;

CREATE INDEX item_of_billorder ON item (billorder);

CREATE TABLE certificate (
    item                INTEGER PRIMARY KEY REFERENCES item ON DELETE CASCADE,
    csr                 TEXT    NOT NULL,
    crt_type            TEXT    NOT NULL,
    country             INTEGER NOT NULL REFERENCES country,
    state               TEXT    NOT NULL,
    locality            TEXT    NOT NULL,
    organization        TEXT    NOT NULL,
    organizational_unit TEXT    NOT NULL,
    common_name         TEXT    NOT NULL,
    email               TEXT    NOT NULL,
    approver_method     TEXT    NOT NULL,
    remoteid            TEXT    NOT NULL,
    paid_at             INTEGER,
    stage               INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 3),
    pem                 TEXT,
    expires_at          INTEGER,
    CHECK ((stage = 3) = (pem IS NOT NULL))
) STRICT;

CREATE TABLE certificate_name (
    certificate    INTEGER NOT NULL REFERENCES certificate ON DELETE CASCADE,
    position       INTEGER NOT NULL,
    name           TEXT    NOT NULL,
    approver_email TEXT    NOT NULL,
    PRIMARY KEY (certificate, position)
) STRICT;

-- What only this installation asks.
CREATE TABLE answer (
    certificate INTEGER NOT NULL REFERENCES certificate ON DELETE CASCADE,
    name        TEXT    NOT NULL,
    value       TEXT    NOT NULL,
    PRIMARY KEY (certificate, name)
) STRICT;

CREATE TABLE contact (
    certificate INTEGER NOT NULL REFERENCES certificate ON DELETE CASCADE,
    role        TEXT    NOT NULL CHECK (role IN ('adm', 'tech')),
    fname       TEXT    NOT NULL,
    lname       TEXT    NOT NULL,
    jtitle      TEXT    NOT NULL,
    email       TEXT    NOT NULL,
    phone       TEXT    NOT NULL,
    PRIMARY KEY (certificate, role)
) STRICT;

CREATE TABLE organization (
    certificate INTEGER PRIMARY KEY REFERENCES certificate ON DELETE CASCADE,
    name        TEXT    NOT NULL,
    duns        TEXT    NOT NULL,
    division    TEXT    NOT NULL,
    country     INTEGER NOT NULL REFERENCES country,
    state       TEXT    NOT NULL,
    city        TEXT    NOT NULL,
    postcode    TEXT    NOT NULL,
    address     TEXT    NOT NULL,
    phone       TEXT    NOT NULL
) STRICT;

-- Kind 0 is the balance.
CREATE TABLE paymethod (
    id          INTEGER PRIMARY KEY,
    kind        INTEGER NOT NULL,
    name        TEXT    NOT NULL,
    description TEXT    NOT NULL,
    min_amount  INTEGER NOT NULL CHECK (min_amount >= 0)
) STRICT;

CREATE TABLE payment (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    customer   INTEGER NOT NULL REFERENCES customer,
    billorder  INTEGER NOT NULL REFERENCES billorder,
    payer      INTEGER REFERENCES payer,
    amount     INTEGER NOT NULL CHECK (amount >= 0),
    currency   TEXT    NOT NULL,
    status     INTEGER NOT NULL,
    paymethod  INTEGER NOT NULL REFERENCES paymethod,
    created_at INTEGER NOT NULL
) STRICT;

-- Status 4 is "credited": a bill is charged once.
CREATE UNIQUE INDEX one_charge_per_billorder ON payment (billorder) WHERE status = 4;

CREATE TABLE authority (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    key_pem         TEXT NOT NULL,
    certificate_pem TEXT NOT NULL
) STRICT;

CREATE TABLE installation (
    id      INTEGER PRIMARY KEY CHECK (id = 1),
    profile TEXT    NOT NULL
) STRICT;

CREATE TABLE violation (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    func  TEXT    NOT NULL,
    place TEXT    NOT NULL,
    what  TEXT    NOT NULL,
    at    INTEGER NOT NULL
) STRICT;
