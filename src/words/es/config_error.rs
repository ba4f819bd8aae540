//! Spanish: why the form does not start where its operator put it.
use crate::words::config_error::SetUp;

#[rustfmt::skip]
pub(in crate::words) fn set_up(key: SetUp) -> &'static str {
    match key {
        SetUp::Title => "Este formulario de pedido no está bien configurado",
        SetUp::Note => "Para quien gestiona este sitio: hay un error en config.json. Clientes, vuelvan, por favor, más tarde.",
        SetUp::Unreachable => "No se ha podido cargar config.json. Debe estar junto a index.html.",
        SetUp::FramedTitle => "Abra este formulario por separado",
        SetUp::FramedNote => "Otra página muestra este formulario de pedido dentro de sí misma, y el operador del formulario no lo ha permitido. Esa página podría ver o dirigir lo que usted escriba.",
        SetUp::FramedLink => "Abrir el formulario por separado",
        SetUp::NotJson => "El archivo no es JSON (línea {0}, columna {1}).",
        SetUp::NotObject => "{0} debe ser un objeto.",
        SetUp::NotList => "{0} debe ser una lista.",
        SetUp::NotText => "{0} debe ser un texto.",
        SetUp::Missing => "Falta {0}.",
        SetUp::Unknown => "{0} no es un campo conocido.",
        SetUp::NotOneOf => "{0} debe ser uno de: {1}.",
        SetUp::NotOwnOrigin => "{0} debe ser una ruta que empiece por /, ya que log_in es cookie.",
        SetUp::BadAddress => "{0} debe ser una dirección https: o una ruta que empiece por /.",
        SetUp::Forbidden => "{0} no debe dejar que el servidor cree la clave privada.",
        SetUp::Empty => "{0} no debe estar vacío.",
        SetUp::NotInList => "{0} debe ser uno de {1}.",
        SetUp::Lacks => "{0} debe contener al menos uno de estos valores: {1}.",
        SetUp::NotNumber => "{0} debe ser un número, escrito como texto.",
        SetUp::NotColour => "{0} debe ser un color, por ejemplo #0a5c63.",
        SetUp::LowContrast => "{0} debe tener un contraste de al menos 4,5:1 con {1}.",
        SetUp::NotOrigin => "{0} debe ser un origen, por ejemplo https://panel.example.com.",
        SetUp::TheField => "«{0}»",
        SetUp::TheFile => "El archivo",
    }
}
