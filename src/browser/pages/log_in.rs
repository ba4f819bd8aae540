//! The log-in: asked in the place of a page that needs it; the page comes back afterwards.
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::parts::{errors, field, notice, page};
use crate::browser::ui::{Ui, t};
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Session;
use crate::wizard::session;
use crate::words::Text;

/// The page.
pub fn page(ui: Ui) -> View {
    let step = ui.peek(|model| model.place);
    let register = ui.peek(|model| model.config.links.register.clone());
    let is_busy = ui.memo(session::is_busy);
    let has_ended = ui.memo(|model| model.session == Session::Guest { ended: true });
    let ended =
        live(move || if has_ended.get() { notice::notice("warning", &t(Text::SessionEnded)) } else { nothing() });
    let busy = live(move || if is_busy.get() { notice::busy(Text::LoggingIn) } else { nothing() });
    let form = page::form(ui, Msg::LogIn)
        .add(field::text(ui, Field::UserName, false))
        .add(field::text(ui, Field::Password, false))
        .add(page::submit(&t(Text::LogIn), is_busy))
        .add(el("div", "").attr("role", "status").add(busy));
    let register = register.map(|address| el("p", "").add(page::outside(&address, Text::CreateAccount)).into());
    let top = [page::back(ui, step), errors::summary(ui), page::heading(&t(Text::LogIn), Text::LeadLogIn), ended];
    all(top.into_iter().chain([form.into()]).chain(register))
}
