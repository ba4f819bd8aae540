//! Spanish: the shell around the form, until it has started.
use crate::words::boot::Boot;

#[rustfmt::skip]
pub(in crate::words) fn boot(key: Boot) -> &'static str {
    match key {
        Boot::Title => "Solicitar un certificado nuevo",
        Boot::Loading => "Cargando el formulario de pedido…",
        Boot::SlowTitle => "El formulario aún no se ha iniciado",
        Boot::SlowWait => "Si la conexión es lenta, espere un poco más. Si nada cambia, vuelva a cargar la página.",
        Boot::SlowElse => "Si eso no ayuda, ábrala en una versión actual de Firefox, Chrome, Edge o Safari, o avise a la empresa a la que hace el pedido. No se ha enviado nada.",
        Boot::OldTitle => "Este navegador no puede ejecutar el formulario",
        Boot::OldNote => "Su clave privada se crea en el navegador, y a este le falta lo necesario. Abra esta página en una versión actual de Firefox, Chrome, Edge o Safari.",
        Boot::AlteredTitle => "Se ha modificado un archivo de este formulario",
        Boot::AlteredNote => "No es el archivo que se publicó con esta página, por lo que no se ha usado nada de él.",
        Boot::AlteredReload => "Vuelva a cargar la página. Si ve esto otra vez, no haga el pedido aquí y avise a la empresa a la que hace el pedido.",
        Boot::NetworkTitle => "No se ha podido cargar una parte del formulario",
        Boot::NetworkNote => "Compruebe su conexión y vuelva a cargar la página. No se ha enviado nada.",
        Boot::CrashedTitle => "El formulario se ha detenido",
        Boot::CrashedNote => "Es un error del formulario. Vuelva a cargar la página para continuar. Si ocurre de nuevo, avise a la empresa a la que hace el pedido.",
    }
}
