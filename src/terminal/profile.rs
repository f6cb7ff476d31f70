//! Profiles, as `aws configure` sets them up: a role to be assumed with another profile's rights, or an access key. It is no file: the
//! settings are kept beside the shell's variables, under names that no variable can have.

use serde_json::{Value, json};

use crate::{
    cloud::{Actor, Cloud},
    failure::Failure,
    lex::Vars,
    step::Printed,
};

/// Roles that lead to further roles: more than this is a circle.
const MAX_CHAIN: usize = 8;

/// The settings that mean something here; all others would be passed over, and are refused.
const SETTINGS: &[&str] = &[
    "role_arn",
    "source_profile",
    "external_id",
    "role_session_name",
    "duration_seconds",
    "region",
    "aws_access_key_id",
    "aws_secret_access_key",
    "aws_session_token",
];

/// Where the key of a profile's present session is kept.
const SESSION: &str = "session";

/// `aws configure set|get|list-profiles`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Configure {
    /// Sets a setting of a profile.
    Set {
        /// Which profile.
        profile: String,
        /// Which setting.
        setting: String,
        /// To what.
        value: String,
    },
    /// Prints a setting of a profile.
    Get {
        /// Which profile.
        profile: String,
        /// Which setting.
        setting: String,
    },
    /// Prints the names of the profiles.
    ListProfiles,
}

impl Configure {
    /// Reads the words after `aws configure`.
    pub fn parse(words: &[&str], profile: Option<&str>) -> Result<Self, Failure> {
        match words {
            ["set", name, value] => {
                let (profile, setting) = place(name, profile);
                if !SETTINGS.contains(&setting.as_str()) {
                    let known = SETTINGS.join(", ");
                    return Err(Failure::not_modelled(format!(
                        "aws configure set {setting}: Skylab does not model this setting; there are {known}."
                    )));
                }
                Ok(Self::Set { profile, setting, value: (*value).to_owned() })
            }
            ["get", name] => {
                let (profile, setting) = place(name, profile);
                Ok(Self::Get { profile, setting })
            }
            ["list-profiles"] => Ok(Self::ListProfiles),
            ["set", ..] => Err(Failure::usage("the following arguments are required: varname, value")),
            ["get", ..] => Err(Failure::usage("the following arguments are required: varname")),
            _ => Err(Failure::not_modelled(
                "aws configure sets up profiles here: aws configure set SETTING VALUE --profile NAME, aws configure get, aws configure list-profiles. The caller is chosen with --profile and the place with --region.",
            )),
        }
    }

    /// Does it.
    pub fn run(&self, vars: &mut Vars) -> Result<Printed, Failure> {
        match self {
            Self::Set { profile, setting, value } => {
                vars.remove(&key(profile, SESSION)); // whatever it was assumed with has changed
                vars.insert(key(profile, setting), value.clone());
                Ok(Printed::Nothing)
            }
            Self::Get { profile, setting } => match vars.get(&key(profile, setting)) {
                Some(value) => Ok(Printed::Text(format!("{value}\n"))),
                None => {
                    Err(Failure { exit: 1, shown: String::new(), ..Failure::general("Configuration", format!("{setting} is not set")) })
                }
            },
            Self::ListProfiles => {
                let mut names: Vec<&str> = vec!["default", "other", "partner", "root"];
                names.extend(vars.keys().filter_map(|name| Some(name.strip_prefix("profile.")?.rsplit_once('.')?.0)));
                names.sort_unstable();
                names.dedup();
                Ok(Printed::Text(names.join("\n") + "\n"))
            }
        }
    }
}

/// `profile.NAME.SETTING`, `default.SETTING`, or a setting of the profile that is named.
fn place(name: &str, profile: Option<&str>) -> (String, String) {
    let inside = name.strip_prefix("profile.").and_then(|rest| rest.rsplit_once('.'));
    match inside.or_else(|| name.strip_prefix("default.").map(|setting| ("default", setting))) {
        Some((profile, setting)) => (profile.to_owned(), setting.to_owned()),
        None => (profile.unwrap_or("default").to_owned(), name.to_owned()),
    }
}

fn key(profile: &str, setting: &str) -> String {
    format!("profile.{profile}.{setting}")
}

/// The region that a profile calls in, if it says.
pub fn region<'a>(vars: &'a Vars, profile: Option<&str>) -> Option<&'a str> {
    vars.get(&key(profile.unwrap_or("default"), "region")).map(String::as_str)
}

/// Who calls with a profile. A profile with a role assumes it, when it has no session or that one is over.
pub fn actor(vars: &mut Vars, cloud: &mut dyn Cloud, region: &str, profile: Option<&str>) -> Result<Actor, Failure> {
    resolve(vars, cloud, region, profile.unwrap_or("default"), &mut Vec::new())
}

fn resolve(vars: &mut Vars, cloud: &mut dyn Cloud, region: &str, name: &str, seen: &mut Vec<String>) -> Result<Actor, Failure> {
    let get = |setting: &str| vars.get(&key(name, setting)).cloned();
    if let Some(role) = get("role_arn") {
        let Some(source) = get("source_profile") else {
            return Err(Failure::config("Partial credentials found in assume-role, missing: source_profile or credential_source"));
        };
        if let Some(session) = get(SESSION).filter(|session| cloud.knows_key(session)) {
            return Ok(Actor::Key(session));
        }
        seen.push(name.to_owned());
        // a profile may name itself where it has keys of its own
        if seen.len() > MAX_CHAIN || (seen.contains(&source) && get("aws_access_key_id").is_none()) {
            let visited = seen.join(" -> ");
            return Err(Failure::config(format!(
                "Infinite loop in credential configuration detected. Attempting to load from profile {source} which has already been visited. Visited profiles: [{visited}]"
            )));
        }
        let mut params = json!({"RoleArn": role, "RoleSessionName": get("role_session_name").unwrap_or_else(|| session_name(cloud))});
        if let Some(id) = get("external_id") {
            params["ExternalId"] = Value::from(id);
        }
        if let Some(seconds) = get("duration_seconds").and_then(|text| text.parse::<u32>().ok()) {
            params["DurationSeconds"] = Value::from(seconds);
        }
        let own_key = get("aws_access_key_id").filter(|_| source == name);
        let from = if let Some(id) = own_key { Actor::Key(id) } else { resolve(vars, cloud, region, &source, seen)? };
        let answer = cloud.call(&from, region, "sts", "AssumeRole", params).map_err(|error| error.failure("AssumeRole"))?;
        let session = answer["Credentials"]["AccessKeyId"].as_str().unwrap_or_default().to_owned();
        vars.insert(key(name, SESSION), session.clone());
        return Ok(Actor::Key(session));
    }
    if let Some(id) = get("aws_access_key_id") {
        if get("aws_secret_access_key").is_none() {
            return Err(Failure::config("Partial credentials found in shared-credentials-file, missing: aws_secret_access_key"));
        }
        return Ok(Actor::Key(id));
    }
    Ok(if name == "default" { Actor::Admin } else { Actor::Profile(name.to_owned()) })
}

/// The CLI's name for a session that nobody named.
fn session_name(cloud: &dyn Cloud) -> String {
    format!("botocore-session-{}", cloud.now_secs())
}
