//! What the scripted billing system answers to a customer.
use serde_json::{Value, json};

use super::super::wire::{amount, cell, choices, countries, doc, done, error, metadata, package};
use super::{Call, Certificate, DV, EV, MULTI, OV, Row, Shop, WILDCARD};

fn expired() -> String {
    let param = json!([{"$name": "value", "$": "EXPIRED"}, {"$name": "expired", "$": "on"}]);
    let said = json!({"$": "The code has expired"});
    json!({"doc": {"error": {"$type": "promocode_not_use", "$object": "promocode", "param": param, "msg": said}}})
        .to_string()
}

/// The price list, for everybody.
pub(super) fn catalogue() -> String {
    let mut several = package(MULTI, "DV multi-domain", [2_900, 4_900], 0);
    let further = package("9103", "Names", [500, 900], 0)["price"].clone();
    several["addon"] =
        json!([{"intname": cell("altname"), "addonlimit": cell(3), "addonmax": cell(5), "price": further}]);
    let packages = json!([
        package(DV, "DV single", [900, 1_500], 0),
        package(WILDCARD, "DV wildcard", [5_900, 9_900], 0),
        several,
        package(OV, "OV", [7_900, 11_900], 2_000),
        package("105", "OV wildcard", [14_900, 25_900], 2_000),
        package(EV, "EV", [19_900, 34_900], 3_000),
    ]);
    doc("pricelist.export", json!({"pricelist": packages}))
}

/// The mailboxes that a CA may ask about a name: at the name without its `*.`, and at the domain of two labels above it.
fn mailboxes(name: &str) -> Vec<String> {
    let host = name.trim_start_matches("*.");
    let dots: Vec<usize> = host.match_indices('.').map(|(at, _)| at + 1).collect();
    let domain = dots.iter().rev().nth(1).map_or(host, |at| &host[*at..]);
    let hosts = if domain == host { vec![host] } else { vec![host, domain] };
    hosts.iter().flat_map(|host| [format!("admin@{host}"), format!("webmaster@{host}")]).collect()
}

impl Shop {
    pub(super) fn csr_form(&self, call: &Call) -> String {
        let mut fields = ["crt_type", "field_country", "ST", "L", "O", "CN", "csr"].map(str::to_owned).to_vec();
        fields.extend(self.required.iter().map(|name| (*name).to_owned()));
        if call.field("pricelist") == Some(MULTI) {
            fields.push("altname_input".to_owned());
        }
        let lists = json!([choices("crt_type", &self.crt_types), countries("field_country")]);
        let mut form = json!({"metadata": metadata(&fields), "slist": lists});
        self.early.add_to(&mut form);
        doc("certificate.order.csr", form)
    }

    pub(super) fn order_form(&self, call: &Call) -> String {
        let further = call.field("altname").unwrap_or_default().split_whitespace();
        let names: Vec<&str> = call.field("CN").into_iter().chain(further).collect();
        let mut fields = ["adm_fname", "adm_email", "tech_email"].map(str::to_owned).to_vec();
        let mut lists = Vec::new();
        if [Some(OV), Some(EV)].contains(&call.field("pricelist")) {
            fields.extend(["org_name", "org_country", "org_phone"].map(str::to_owned));
            lists.push(countries("org_country"));
        }
        for (i, name) in names.iter().enumerate() {
            let field = format!("approver_email_{}", i + 1);
            lists.push(choices(&field, &mailboxes(name).iter().map(String::as_str).collect::<Vec<_>>()));
            fields.push(field);
        }
        let echo = self.echoed.clone().or(call.field("csr").map(str::to_owned)).unwrap_or_default();
        let carried =
            json!({"datacenter": cell(3), "skipbasket": cell("on"), "key": cell("-----BEGIN PRIVATE KEY-----")});
        let info = cell(format!("<b>Total amount:</b> {} names", names.len()));
        let mut members = json!({"metadata": metadata(&fields), "slist": lists, "csr": cell(echo), "orderinfo": info});
        members.as_object_mut().unwrap().extend(carried.as_object().unwrap().clone());
        self.late.add_to(&mut members);
        doc("certificate.order.param", members)
    }

    pub(super) fn add_row(&mut self, call: &Call) -> String {
        let text = |name| call.field(name).unwrap_or_default().to_owned();
        let cost = match (call.field("pricelist"), call.field("period")) {
            (Some(OV), _) => 11_900,
            (Some(EV), _) => 34_900,
            (_, Some("6")) => 900,
            _ => 1_500,
        };
        let id = self.new_id();
        let domain = text("CN");
        if call.field("skipbasket") == Some("on") {
            return self.pay_at_once(id, domain, cost);
        }
        if call.field("clicked_button") == Some("quickbasket") {
            self.new_cart.push(domain);
            return doc("certificate.order.param", json!({"order": cell(90), "lineitem.id": cell(id), "ok": {}}));
        }
        self.cart.push(Row { id, text: format!("<b>Certificate</b><br/>{domain}"), cost, domain });
        doc("certificate.order.param", json!({"billorder": cell(self.billorder), "ok": {}}))
    }

    fn pay_at_once(&mut self, id: u32, domain: String, cost: i64) -> String {
        if self.balance < cost {
            return error("limit", "balance", "Insufficient funds");
        }
        self.balance -= cost;
        self.payments.push(cost);
        self.certificates.push(Certificate { id, domain, status: ["5", "3"], pem: String::new(), record: "" });
        doc("certificate.order.param", json!({"id": cell(id), "ok": {}}))
    }

    /// What the cart costs now.
    pub fn total(&self) -> i64 {
        self.cart.iter().map(|row| row.cost - row.cost * self.discount_percent / 100).sum()
    }

    pub(super) fn basket(&self) -> String {
        let row = |row: &Row| {
            json!({
                "id": cell(row.id), "desc": cell(&row.text), "cost": amount(row.cost), "item.id": cell(row.id),
                "item.period": cell(12), "pricelist_name": cell("Certificate"),
            })
        };
        let list = json!([{"$name": "itemlist", "elem": self.cart.iter().map(row).collect::<Vec<_>>()}]);
        let mut members = json!({"list": list, "total_sum": amount(self.total()), "currency": cell("EUR")});
        if !self.cart.is_empty() {
            members["billorder"] = cell(self.billorder);
        }
        doc("basket", members)
    }

    pub(super) fn delete_row(&mut self, call: &Call) -> String {
        let before = self.cart.len();
        self.cart.retain(|row| Some(row.id.to_string().as_str()) != call.field("id"));
        if self.cart.len() < before { done("basket") } else { error("missed", "basket", "No such item") }
    }

    pub(super) fn take_code(&mut self, call: &Call) -> String {
        match call.field("promocode") {
            _ if self.cart.is_empty() => error("value", "promocode", "The cart is empty"),
            Some("WELCOME10") => {
                self.discount_percent = 10;
                done("basket")
            }
            Some("FREE100") => {
                self.discount_percent = 100;
                done("basket")
            }
            Some("EXPIRED") => expired(),
            Some("OVONLY") => error("promocode_not_use", "promocode", "This code cannot be used for the order"),
            _ => error("missed", "promocode", "The promotion code does not exist"),
        }
    }

    fn is_open(&self, call: &Call) -> bool {
        !self.cart.is_empty() && call.field("billorder") == Some(self.billorder.to_string().as_str())
    }

    pub(super) fn ways_to_pay(&self, call: &Call) -> String {
        if !self.is_open(call) {
            return error("missed", "billorder", "No such order");
        }
        let balance = json!({"paymethod": cell(1), "name": cell("Current account"), "paymethod_type": cell(0),
            "action": {"button": {"$name": "fromsubaccount"}}});
        let bank = json!({"paymethod": cell(2), "name": cell("Bank transfer"), "paymethod_type": cell(14)});
        let card = json!({"paymethod": cell(3), "name": cell("Card"), "paymethod_type": cell(9),
            "payment_minamount": amount(1_200)});
        let list = json!([{"$name": "methodlist", "elem": [balance, bank, card]}]);
        let payer = json!([choices("profile", &["7"])]);
        let total = amount(self.total());
        doc("payment.add", json!({"list": list, "slist": payer, "amount": total, "payment_currency": cell(153)}))
    }

    pub(super) fn pay(&mut self, call: &Call) -> String {
        let total = self.total();
        if !self.is_open(call) {
            return error("missed", "billorder", "No such order");
        }
        if call.field("amount").map(cell) != Some(amount(total)) {
            return error("value", "amount", "The amount is not what the order costs");
        }
        if call.field("clicked_button") != Some("fromsubaccount") {
            self.announced.push(total);
            let (number, rows) = (self.billorder, self.place(["1", ""]));
            self.open_orders.push((number, rows));
            let page = json!({"$type": "url", "$": self.payment_page});
            return doc("payment.add.method", json!({"payment_id": cell(78), "ok": page}));
        }
        if self.balance < total {
            return error("limit", "balance", "Insufficient funds");
        }
        self.balance -= total;
        self.payments.push(total);
        self.place(["5", "3"]);
        doc("payment.add.method", json!({"payment_id": cell(77), "ok": cell("func=order")}))
    }

    /// The cart is ordered: its certificates are listed, and the next cart has another number.
    fn place(&mut self, status: [&'static str; 2]) -> Vec<Row> {
        self.billorder += 1;
        self.discount_percent = 0;
        let rows = std::mem::take(&mut self.cart);
        for row in rows.iter().filter(|row| !row.domain.is_empty()) {
            let (id, domain) = (row.id, row.domain.clone());
            self.certificates.push(Certificate { id, domain, status, pem: String::new(), record: "" });
        }
        rows
    }

    pub(super) fn place_free(&mut self, _: &Call) -> String {
        if self.cart.is_empty() {
            return error("missed", "billorder", "No such order");
        }
        if self.total() > 0 {
            return error("value", "total_sum", "The order is not free");
        }
        self.place(["5", "3"]);
        doc("basket", json!({"ok": cell("func=order")}))
    }

    pub(super) fn add_to_order(&mut self, call: &Call) -> String {
        let is_cart = !self.cart.is_empty() && call.field("id") == Some(self.billorder.to_string().as_str());
        let wanted = call.field("billorder").unwrap_or_default().to_owned();
        let Some(order) = self.open_orders.iter().position(|(id, _)| id.to_string() == wanted) else {
            return error("missed", "order", "No such order");
        };
        if !is_cart {
            return error("missed", "billorder", "No such order");
        }
        let rows = self.place(["1", ""]);
        self.open_orders[order].1.extend(rows);
        done("basket")
    }

    /// The cart's order is one of those to be paid, too.
    pub(super) fn orders(&self) -> String {
        let cart = (!self.cart.is_empty()).then_some(self.billorder);
        let row = |id: u32| json!({"id": cell(id), "number": cell(format!("A-{id}")), "status": cell("Not paid")});
        let ids = self.open_orders.iter().map(|(id, _)| *id).chain(cart);
        let list = json!([{"$name": "openlist", "elem": ids.map(row).collect::<Vec<_>>()}]);
        doc("order", json!({"list": list}))
    }

    pub(super) fn certificates(&self, call: &Call) -> String {
        let page: usize = call.field("p_num").unwrap().parse().unwrap();
        let row = |certificate: &Certificate| {
            let [item, service] = certificate.status;
            json!({"id": cell(certificate.id), "CN": cell(&certificate.domain), "item_status": cell(item),
                "service_status": cell(service), "auth_dnstxt_value": cell(certificate.record)})
        };
        let rows = self.certificates.iter().skip((page - 1) * self.page_size).take(self.page_size).map(row);
        let rows: Vec<Value> = rows.collect();
        let count = self.certificates.len();
        let place = json!({"p_num": cell(page), "p_cnt": cell(self.page_size), "p_elems": cell(count), "elem": rows});
        doc("certificate", place)
    }

    pub(super) fn file(&self, call: &Call) -> String {
        let is_it = |certificate: &&Certificate| call.field("elid") == Some(certificate.id.to_string().as_str());
        match self.certificates.iter().find(is_it).filter(|certificate| !certificate.pem.is_empty()) {
            Some(certificate) => doc("certificate.file", json!({"crt": cell(&certificate.pem), "metadata": {}})),
            None => error("missed", "certificate", "Not issued yet"),
        }
    }
}
