//! English labels of form fields, as the customer guide names them.

const LABELS: [(&str, &str); 55] = [
    ("CN", "Domain name"),
    ("L", "City"),
    ("O", "Company"),
    ("OU", "Company unit"),
    ("ST", "State/province"),
    ("adm_email", "Email"),
    ("adm_fname", "First name"),
    ("adm_jtitle", "Job title"),
    ("adm_lname", "Last name"),
    ("adm_phone", "Phone number"),
    ("altname", "Further names"),
    ("altname_input", "Further names"),
    ("amount", "Amount"),
    ("approver_method", "Validation method"),
    ("autoprolong", "Automatic renewal"),
    ("billorder", "Order"),
    ("crt_type", "Certificate signing request"),
    ("csr", "CSR"),
    ("emailAddress", "E-mail"),
    ("field_country", "Country"),
    ("key", "Private key"),
    ("licence_agreement", "I accept the licence agreement"),
    ("newsletter", "Newsletter"),
    ("orderinfo", "Order"),
    ("org_address", "Address"),
    ("org_city", "City"),
    ("org_country", "Country"),
    ("org_division", "Division"),
    ("org_duns", "DUNS number"),
    ("org_name", "Name"),
    ("org_phone", "Phone number"),
    ("org_postcode", "ZIP code"),
    ("org_state", "Province/state"),
    ("out", "Output format"),
    ("payment_currency", "Currency"),
    ("paymethod", "Payment method"),
    ("period", "Period"),
    ("person", "Contact person"),
    ("pricelist", "Package"),
    ("profile", "Payer"),
    ("project_note", "Project note"),
    ("promocode", "Promotion code"),
    ("server_software", "Server software"),
    ("skipbasket", "Pay at once"),
    ("tariflist", "Package"),
    ("tax", "Tax"),
    ("tech_email", "Email"),
    ("tech_fname", "First name"),
    ("tech_jtitle", "Job title"),
    ("tech_lname", "Last name"),
    ("tech_phone", "Phone number"),
    ("total_sum", "Total"),
    ("methodlist", "Payment method"),
    ("crt", "Certificate"),
    ("ca", "CA certificate"),
];

/// The label of a field; approver selects share one, an unknown field is called by its name.
pub fn label(field: &str) -> &str {
    if field.starts_with("approver_email_") {
        return "Confirmation email";
    }
    let known = LABELS.iter().find(|(name, _)| *name == field);
    known.map_or(field, |(_, label)| label)
}
