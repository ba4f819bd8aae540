//! Spanish: labels and hints.
use crate::wizard::step::Step;
use crate::words::field::FieldName;

#[rustfmt::skip]
pub(in crate::words) fn title(step: Step) -> &'static str {
    match step {
        Step::Package => "Elegir un certificado SSL",
        Step::Request => "Solicitud de certificado (CSR)",
        Step::Subject => "Generar una solicitud (CSR) y una clave privada",
        Step::Key => "Clave privada",
        Step::Contacts => "Datos de contacto",
        Step::Questions => "Preguntas adicionales",
        Step::Organization => "Nombre de la organización",
        Step::Validation => "Confirmación de los nombres",
        Step::Review => "Confirmación del pedido",
        Step::Done => "Su pedido está hecho",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn step_name(step: Step) -> &'static str {
    match step {
        Step::Package => "Paquete",
        Step::Request => "Solicitud",
        Step::Subject => "Nombres y empresa",
        Step::Key => "Clave privada",
        Step::Contacts => "Contactos",
        Step::Questions => "Preguntas adicionales",
        Step::Organization => "Organización",
        Step::Validation => "Confirmación",
        Step::Review => "Revisar y pagar",
        Step::Done => "Hecho",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn label(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Paquete",
        FieldName::Period => "Período",
        FieldName::PromotionCode => "Código promocional",
        FieldName::RequestMethod => "¿Cómo quiere aportar la solicitud?",
        FieldName::ExistingRequest => "Solicitud (CSR)",
        FieldName::Domain => "Nombre de dominio",
        FieldName::FurtherNames => "Otros nombres",
        FieldName::Country => "Código de país (2 caracteres)",
        FieldName::State => "Estado o provincia",
        FieldName::City => "Ciudad",
        FieldName::Company => "Empresa",
        FieldName::CompanyUnit => "Departamento",
        FieldName::SubjectEmail => "Correo electrónico",
        FieldName::KeyType => "Tipo de clave",
        FieldName::KeepKey => "Guardar la clave privada en el sistema",
        FieldName::KeyAttested => "Tengo el archivo con la clave privada",
        FieldName::VaultPassphrase => "Frase de contraseña de la bóveda",
        FieldName::NextVaultPassphrase => "Nueva frase de contraseña de la bóveda",
        FieldName::FilePassphrase => "Frase de contraseña del archivo",
        FieldName::TechIsAdmin => "Usar el contacto administrativo",
        FieldName::FirstName => "Nombre",
        FieldName::LastName => "Apellidos",
        FieldName::JobTitle => "Cargo",
        FieldName::ContactEmail => "Correo electrónico",
        FieldName::Phone => "Número de teléfono",
        FieldName::OrgName => "Nombre",
        FieldName::OrgCountry => "País",
        FieldName::OrgState => "Provincia o estado",
        FieldName::Postcode => "Código postal",
        FieldName::Address => "Dirección",
        FieldName::Question => "Respuesta",
        FieldName::Method => "¿Cómo se comprueban los nombres?",
        FieldName::Approver => "Correo de confirmación",
        FieldName::PayBy => "Pagar con",
        FieldName::OpenOrder => "Pedido",
        FieldName::PayNow => "Pagar ahora",
        FieldName::PayMethod => "Forma de pago",
        FieldName::OrderAgain => "Lo he mirado: pedirlo de nuevo",
        FieldName::OtherRows => "Pagar también esto",
        FieldName::UserName => "Nombre de usuario",
        FieldName::Password => "Contraseña",
        FieldName::Code => "Código de un solo uso",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn hint(field: FieldName) -> &'static str {
    match field {
        FieldName::PromotionCode => "El descuento lo calcula el sistema de facturación y se muestra antes de pagar.",
        FieldName::ExistingRequest => "Péguela entera, con las líneas que empiezan por -----BEGIN y -----END. Su clave privada no hace falta aquí: déjela donde está.",
        FieldName::Domain => "El nombre que escriben los visitantes, como example.com o müller.de. Para todos los nombres que cuelgan de él, *.example.com con un paquete comodín.",
        FieldName::FurtherNames => "Uno por línea, o separados por espacios o comas, como www.example.com. Cuántos se permiten y a qué precio depende del paquete.",
        FieldName::Country => "Donde está registrada su organización. Escriba el nombre del país o su código.",
        FieldName::OrgCountry => "Escriba el nombre del país o su código.",
        FieldName::State => "Completo, sin abreviar.",
        FieldName::Company => "El nombre legal de su organización. Los particulares escriben su nombre completo.",
        FieldName::CompanyUnit => "El departamento que se ocupa del certificado. Va al formulario de pedido, no al certificado.",
        FieldName::SubjectEmail => "Dónde contactar con su organización. Va al formulario de pedido, no al certificado.",
        FieldName::KeepKey => "«El sistema» es este navegador: la clave sigue aquí al recargar la página. Nunca se envía a un servidor.",
        FieldName::KeyAttested => "Solo usted la tiene: nadie puede recuperar una clave privada perdida.",
        FieldName::JobTitle => "Por ejemplo, especialista técnico o administrador de sistemas.",
        FieldName::Phone => "Con el código de país, como 74950000000 o +7 495 000-00-00.",
        FieldName::OrgName => "El nombre legal, como figura en el registro.",
        FieldName::PayNow => "En la página del propio sistema de facturación, que se abre con su enlace.",
        FieldName::OrderAgain => "Estaba en su carrito y ya no está: se pidió o se quitó desde otra página. El área de clientes muestra qué ocurrió.",
        FieldName::Code => "De la aplicación o del mensaje con que se protege su cuenta.",
        FieldName::Package
        | FieldName::Period
        | FieldName::RequestMethod
        | FieldName::City
        | FieldName::KeyType
        | FieldName::VaultPassphrase
        | FieldName::NextVaultPassphrase
        | FieldName::FilePassphrase
        | FieldName::TechIsAdmin
        | FieldName::FirstName
        | FieldName::LastName
        | FieldName::ContactEmail
        | FieldName::OrgState
        | FieldName::Postcode
        | FieldName::Address
        | FieldName::Question
        | FieldName::Method
        | FieldName::Approver
        | FieldName::PayBy
        | FieldName::OpenOrder
        | FieldName::PayMethod
        | FieldName::OtherRows
        | FieldName::UserName
        | FieldName::Password => "",
    }
}

#[rustfmt::skip]
pub(in crate::words) fn missing(field: FieldName) -> &'static str {
    match field {
        FieldName::Package => "Elija un paquete",
        FieldName::Period => "Elija un período",
        FieldName::PromotionCode => "Escriba el código promocional",
        FieldName::ExistingRequest => "Pegue la solicitud o elija su archivo",
        FieldName::Domain => "Escriba el nombre de dominio",
        FieldName::FurtherNames => "Escriba los otros nombres",
        FieldName::Country => "Elija un país",
        FieldName::State => "Escriba el estado o la provincia",
        FieldName::City => "Escriba la ciudad",
        FieldName::Company => "Escriba la empresa",
        FieldName::CompanyUnit => "Escriba el departamento",
        FieldName::SubjectEmail => "Escriba una dirección de correo",
        FieldName::VaultPassphrase => "Escriba la frase de contraseña de la bóveda",
        FieldName::NextVaultPassphrase => "Escriba la nueva frase de contraseña de la bóveda",
        FieldName::FilePassphrase => "Escriba la frase de contraseña del archivo",
        FieldName::FirstName => "Escriba el nombre",
        FieldName::LastName => "Escriba los apellidos",
        FieldName::JobTitle => "Escriba el cargo",
        FieldName::ContactEmail => "Escriba el correo electrónico",
        FieldName::Phone => "Escriba el número de teléfono",
        FieldName::OrgName => "Escriba el nombre",
        FieldName::OrgCountry => "Elija un país",
        FieldName::OrgState => "Escriba la provincia o el estado",
        FieldName::Postcode => "Escriba el código postal",
        FieldName::Address => "Escriba la dirección",
        FieldName::Question => "Escriba la respuesta",
        FieldName::Approver => "Elija una dirección para el correo de confirmación",
        FieldName::PayBy => "Elija cómo pagar",
        FieldName::OpenOrder => "Elija uno de sus pedidos",
        FieldName::PayMethod => "Elija una forma de pago",
        FieldName::UserName => "Escriba su nombre de usuario",
        FieldName::Password => "Escriba su contraseña",
        FieldName::Code => "Escriba el código de un solo uso",
        FieldName::RequestMethod
        | FieldName::KeyType
        | FieldName::KeepKey
        | FieldName::KeyAttested
        | FieldName::TechIsAdmin
        | FieldName::Method
        | FieldName::PayNow
        | FieldName::OrderAgain
        | FieldName::OtherRows => "Elija uno de los valores ofrecidos",
    }
}
