//! The switches of the access bench: IAM policy, ACL and Object Ownership, Block Public Access, the access point. Each gives one line
//! to the sandbox, the same as typed. The bucket's policy has an editor of its own.

use egui::{Label, Ui};
use skylab_cloud::s3::Blocks;

use super::{
    data::{AccessData, Settings},
    scenes::{self, Door, PointAct, UserPolicy, Who},
};
use crate::ui::{
    View,
    action::{Action, Actions},
    theme::{code, muted, space},
    widgets::{Icon, called, text_button, toggle},
};

/// Object Ownership by AWS's names, the default first.
const OWNERSHIPS: [&str; 3] = ["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"];

/// One of the four switches: AWS's name, and how to turn it.
type Switch = (&'static str, fn(&mut Blocks) -> &mut bool);
const SWITCHES: [Switch; 4] = [
    ("BlockPublicAcls", |blocks| &mut blocks.block_public_acls),
    ("IgnorePublicAcls", |blocks| &mut blocks.ignore_public_acls),
    ("BlockPublicPolicy", |blocks| &mut blocks.block_public_policy),
    ("RestrictPublicBuckets", |blocks| &mut blocks.restrict_public_buckets),
];

fn row(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::INSIDE);
        add(ui);
    });
}

/// Sends the request of a caller by a door.
pub(super) fn ask_ui(ui: &mut Ui, view: &View<'_>, who: Who, door: Door, actions: &mut Actions) {
    row(ui, |ui| {
        let name = view.tr_with("access-get", &[("who", view.tr(&format!("access-who-{}", who.id())).into())]);
        let get = text_button(ui, Icon::Search, &name, true).on_hover_text(view.tr("access-get-hint"));
        actions.when(get.clicked(), Action::Act(vec![scenes::get(who, door)]));
    });
}

/// The user's own policy.
pub(super) fn iam_ui(ui: &mut Ui, view: &View<'_>, settings: &Settings, actions: &mut Actions) {
    ui.add(Label::new(muted(view.tr("access-iam-hint"))).wrap());
    row(ui, |ui| {
        for (policy, name) in UserPolicy::ALL {
            let is_set = settings.user_policy == policy;
            let clicked = toggle(ui, &view.tr(name), is_set).clicked();
            actions.when(clicked && !is_set, Action::Act(vec![policy.line()]));
        }
    });
}

/// Who owns objects, whether lists count, and the object's list.
pub(super) fn acl_ui(ui: &mut Ui, view: &View<'_>, settings: &Settings, actions: &mut Actions) {
    ui.add(Label::new(muted(view.tr("access-acl-hint"))).wrap());
    row(ui, |ui| {
        ui.label("Object Ownership");
        for name in OWNERSHIPS {
            let is_set = settings.ownership == name;
            let clicked = toggle(ui, name, is_set).on_hover_text(view.tr(&format!("access-ownership-{name}"))).clicked();
            actions.when(clicked && !is_set, Action::Act(vec![scenes::set_ownership(name)]));
        }
    });
    row(ui, |ui| {
        ui.label(view.tr("access-acl"));
        for (canned, is_public) in [("private", false), ("public-read", true)] {
            let is_set = settings.acl_is_public == is_public;
            let clicked = toggle(ui, canned, is_set).on_hover_text(view.tr("access-acl-set-hint")).clicked();
            actions.when(clicked, Action::Act(vec![scenes::set_acl(canned)]));
        }
    });
}

/// The four switches of the bucket and of the account; the stricter one holds.
pub(super) fn blocks_ui(ui: &mut Ui, view: &View<'_>, settings: &Settings, actions: &mut Actions) {
    ui.add(Label::new(muted(view.tr("access-blocks-hint"))).wrap());
    for (level, name) in ["access-blocks-bucket", "access-blocks-account"].into_iter().enumerate() {
        let present = settings.blocks[level];
        row(ui, |ui| {
            ui.label(view.tr(name));
            for (switch, part) in SWITCHES {
                let mut wanted = present;
                let on = part(&mut wanted);
                let mut shown = *on;
                *on = !*on;
                let turned = called(ui.checkbox(&mut shown, switch), &format!("{} {switch}", view.tr(name)));
                let turned = turned.on_hover_text(view.tr(&format!("access-block-{switch}"))).clicked();
                actions.when(turned, Action::Act(vec![scenes::set_blocks(level == 1, wanted)]));
            }
        });
    }
    row(ui, |ui| {
        for (on, key) in [(true, "access-blocks-all"), (false, "access-blocks-none")] {
            let wanted = if on { Blocks::ALL } else { Blocks::default() };
            let button = text_button(ui, if on { Icon::Check } else { Icon::Close }, &view.tr(key), settings.blocks[0] != wanted);
            actions.when(button.clicked(), Action::Act(vec![scenes::set_blocks(false, wanted)]));
        }
    });
}

/// The access point and its policy.
pub(super) fn point_ui(ui: &mut Ui, view: &View<'_>, data: &AccessData, actions: &mut Actions) {
    let settings = &data.settings;
    ui.add(Label::new(muted(view.tr("access-point-hint"))).wrap());
    row(ui, |ui| {
        let acts: &[(PointAct, Icon, &str)] = match (settings.has_point, &settings.point_policy) {
            (false, _) => &[(PointAct::Create, Icon::Add, "access-point-create")],
            (true, None) => &[(PointAct::Allow, Icon::Check, "access-point-allow"), (PointAct::Delete, Icon::Close, "access-point-delete")],
            (true, Some(_)) => {
                &[(PointAct::Forget, Icon::Close, "access-point-forget"), (PointAct::Delete, Icon::Close, "access-point-delete")]
            }
        };
        for (act, icon, name) in acts {
            let button = text_button(ui, *icon, &view.tr(name), true);
            actions.when(button.clicked(), Action::Act(vec![act.line()]));
        }
    });
    if let Some(policy) = &settings.point_policy {
        ui.add(Label::new(code(policy.as_str())).wrap().selectable(true));
    }
}
