//! The log-in: asked in the place of a page that needs it; the page comes back afterwards.
use crate::browser::html::{View, all, el, live, nothing};
use crate::browser::parts::{errors, field, notice, page};
use crate::browser::ui::{Ui, t};
use crate::config::LogIn;
use crate::wizard::field::Field;
use crate::wizard::message::Msg;
use crate::wizard::model::Session;
use crate::wizard::session;
use crate::words::{Said, Say};

/// What the page asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Password,
    Code,
    Panel,
}

/// The page.
pub fn page(ui: Ui) -> View {
    let asks = ui.memo(|model| match (model.config.log_in, &model.session) {
        (LogIn::Cookie, _) => Asks::Panel,
        (_, Session::Coding { .. }) => Asks::Code,
        // While the code or the password is looked at, the page stays as it is.
        (_, _) => Asks::Password,
    });
    let step = ui.peek(|model| model.place);
    let content = live(move || match asks.get() {
        Asks::Password => password(ui),
        Asks::Code => code(ui),
        Asks::Panel => panel(ui),
    });
    all([page::back(ui, step), errors::summary(ui), content])
}

fn password(ui: Ui) -> View {
    let register = ui.peek(|model| model.config.links.register.clone());
    let has_ended = ui.memo(|model| model.session == Session::Guest { ended: true });
    let ended =
        live(move || if has_ended.get() { notice::notice("warning", &t(Say::SessionEnded)) } else { nothing() });
    let fields = [field::text(ui, Field::UserName, false), field::text(ui, Field::Password, false)];
    let register = register.map(|address| el("p", "").add(page::outside(&address, Say::CreateAccount)).into());
    let top = [page::heading(&t(Say::LogIn), Say::LeadLogIn), ended, form(ui, Say::LogIn, fields)];
    all(top.into_iter().chain(register))
}

fn code(ui: Ui) -> View {
    let anew = page::button(ui, "link", &t(Say::UseOtherAccount), Msg::LogInAnew);
    let form = form(ui, Say::LogIn, [field::text(ui, Field::Code, false)]);
    all([page::heading(&t(Say::LogIn), Say::LeadCode), form, el("p", "").add(anew).into()])
}

/// The form stands on the panel's own origin: its log-in counts here too.
fn panel(ui: Ui) -> View {
    let panel = ui.peek(|model| model.config.links.panel.clone());
    let link = panel.map_or_else(nothing, |address| el("p", "").add(page::outside(&address, Say::LinkPanel)).into());
    all([page::heading(&t(Say::LogIn), Say::LeadPanelLogIn), link, form(ui, Say::HaveLoggedIn, [])])
}

/// The fields and the button, and what is going on.
fn form<const N: usize>(ui: Ui, button: impl Said, fields: [View; N]) -> View {
    let is_busy = ui.memo(session::is_busy);
    let busy = live(move || if is_busy.get() { notice::busy(Say::LoggingIn) } else { nothing() });
    page::form(ui, Msg::LogIn)
        .add(all(fields))
        .add(page::submit(&t(button), is_busy))
        .add(el("div", "").attr("role", "status").add(busy))
        .into()
}
