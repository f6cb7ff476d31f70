//! The simulator behind the commands: a sandbox answers API calls and `sim` commands. What is not modelled yet is refused by name.

mod faults;
mod polling;

use serde_json::{Value, json};
use skylab_cloud::{
    Request, Sandbox,
    api::{Fidelity, NotModelled, Origin},
    bill::{self, Line},
    clock::{DAY_MS, Month, SimTime},
    ident::{AccountId, Caller, Region},
    s3::{self, Load, OpenUrl, Presigned, ReadBand, StartLoad},
};

use crate::{
    cloud::{Actor, CallError, Cloud},
    failure::Failure,
    sim::{ReadPhase, S3Load, SimCommand, Span},
};

/// The kind of fault that is modelled.
const ZONE: &str = "az";

/// Days of a month and of a year where a rate of reading needs a fixed length.
const MONTH_DAYS: i64 = 30;

impl Cloud for Sandbox {
    fn call(&mut self, actor: &Actor, region: &str, service: &str, operation: &str, params: Value) -> Result<Value, CallError> {
        let origin = Origin { caller: caller(self, actor, operation)?, region: region_named(region).map_err(CallError::Failed)? };
        let request = Request::parse(service, operation, params).map_err(|why| CallError::Failed(not_modelled(service, operation, why)))?;
        polling::wait(self, &origin, &request);
        Self::call(self, &origin, request).map_err(|error| CallError::Refused {
            code: error.code.into_owned(),
            message: error.message,
            status: error.status,
        })
    }

    fn presigned(&self, actor: &Actor, region: &str, bucket: &str, key: &str, expires_secs: i64) -> Result<String, Failure> {
        let caller = caller(self, actor, "presign").map_err(|error| error.failure("presign"))?;
        let region = region_named(region)?;
        let what = Presigned { bucket, key, region, expires_secs };
        Ok(s3::presigned(self.world(), &caller, &what))
    }

    fn advance(&mut self, millis: i64) {
        Self::advance(self, millis);
    }

    fn knows_key(&self, key: &str) -> bool {
        let (world, now) = (self.world(), self.now());
        world.sts.session(key).map_or_else(|| world.iam.user_of_key(key).is_some(), |session| session.expires() > now)
    }

    fn now_secs(&self) -> i64 {
        self.now().millis().div_euclid(1_000)
    }

    fn sim(&mut self, region: &str, command: &SimCommand) -> Result<Value, Failure> {
        match command {
            SimCommand::Advance { span } => {
                let from = self.now();
                let to = after(from, *span);
                if to == SimTime::END {
                    return Err(Failure::params(format!("sim advance: the simulation ends at {}", SimTime::END)));
                }
                Self::advance(self, to.since(from));
                match self.world().halted() {
                    Some(why) => Err(Failure::general("Halted", format!("The clock stopped at {}: {why}", self.now()))),
                    None => Ok(json!({"Now": self.now()})),
                }
            }
            SimCommand::LoadS3(load) => start_load(self, region, load),
            SimCommand::Bill { month } => Ok(bill_answer(self, month.as_deref().and_then(Month::parse))),
            SimCommand::Get { url, origin, head } => {
                let method = if *head { "HEAD" } else { "GET" };
                open(
                    self,
                    region,
                    OpenUrl { url: url.clone(), method: Some(method.to_owned()), origin: origin.clone(), ..OpenUrl::default() },
                )
            }
            SimCommand::Preflight { url, origin, method, headers } => {
                let question = OpenUrl {
                    url: url.clone(),
                    method: Some("OPTIONS".to_owned()),
                    origin: Some(origin.clone()),
                    request_method: Some(method.clone()),
                    request_headers: Some(headers.clone()),
                };
                open(self, region, question)
            }
            SimCommand::Status => Ok(status(self)),
            SimCommand::LoadHttp(_) => Err(later("load http", "a web tier to send requests to")),
            SimCommand::Fail { kind, id, after: Some(later), span, destroyed } if kind == ZONE => {
                faults::plan_zone(self, region, id, (*later, *span, *destroyed))
            }
            SimCommand::Fail { kind, id, span, destroyed, .. } if kind == ZONE => faults::fail_zone(self, region, id, *span, *destroyed),
            SimCommand::Heal { kind, id } if kind == ZONE => faults::heal_zone(self, region, id),
            SimCommand::Fail { kind, .. } => Err(later("fail", &format!("faults of kind {kind}"))),
            SimCommand::Heal { kind, .. } => Err(later("heal", &format!("faults of kind {kind}"))),
            SimCommand::Probe { .. } => Err(later("probe", "networks")),
            SimCommand::AuroraQuorum { .. } => Err(later("aurora-quorum", "Aurora")),
            SimCommand::Cache { .. } => Err(later("cache", "caching strategies")),
        }
    }

    fn modelled(&self, service: &str) -> Vec<&'static str> {
        operations(service).map(|(name, _)| *name).collect()
    }

    fn models(&self, service: &str, operation: &str) -> bool {
        operations(service).any(|(name, _)| *name == operation)
    }
}

fn operations(service: &str) -> impl Iterator<Item = &'static (&'static str, Fidelity)> {
    skylab_cloud::SERVICES.iter().find(|(name, _)| *name == service).into_iter().flat_map(|(_, operations)| *operations)
}

fn later(command: &str, what: &str) -> Failure {
    Failure::not_modelled(format!("sim {command}: Skylab does not model {what} yet."))
}

/// Who stands behind a profile or a key, as the world is now. A name that the account gave to a user of its own is a profile as well.
fn caller(sandbox: &Sandbox, actor: &Actor, operation: &str) -> Result<Caller, CallError> {
    let world = sandbox.world();
    let name = match actor {
        Actor::Admin => return Ok(Caller::admin(AccountId::OWN)),
        Actor::Anonymous => return Ok(Caller::Anonymous),
        Actor::Key(key) => {
            let session = world.sts.session(key).map(|session| session.caller(key));
            let unknown = || CallError::Refused {
                code: "InvalidClientTokenId".to_owned(),
                message: "The security token included in the request is invalid.".to_owned(),
                status: 403,
            };
            return session.or_else(|| world.iam.user_of_key(key)).ok_or_else(unknown);
        }
        Actor::Profile(name) => name,
    };
    match name.as_str() {
        "default" => Ok(Caller::admin(AccountId::OWN)),
        "partner" => Ok(Caller::admin(AccountId::PARTNER)),
        "other" => Ok(Caller::admin(AccountId::OTHER)),
        "root" => Ok(Caller::Root { account: AccountId::OWN }),
        name => world.iam.user_named(AccountId::OWN, name).ok_or_else(|| {
            let what = "There are default, partner and other (each an account's administrator), root (the root user of the account), every IAM user of the account, and what aws configure set up.";
            CallError::Failed(Failure::general("ProfileNotFound", format!("The config profile ({name}) could not be found. {what}")).of(operation))
        }),
    }
}

fn region_named(name: &str) -> Result<Region, Failure> {
    Region::named(name).ok_or_else(|| {
        Failure::general("InvalidRegion", format!("Skylab knows no region {name}; `skylab run --region` lists those it knows."))
    })
}

/// A member that AWS has and Skylab has not: serde names it.
fn not_modelled(service: &str, operation: &str, why: NotModelled) -> Failure {
    match why {
        NotModelled::Service => Failure::not_modelled(format!("AWS has the service {service}; Skylab does not model it.")),
        NotModelled::Operation => Failure::not_modelled(format!("AWS has {operation}; Skylab does not model it.")),
        NotModelled::Member(what) => {
            let member = what.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`')).map(|(member, _)| member);
            let what = member.map_or_else(
                || format!("a value cannot be used here: {what}"),
                |member| format!("AWS has the member {member} here; Skylab does not model it."),
            );
            Failure::not_modelled(format!("{operation}: {what}"))
        }
    }
}

fn after(from: SimTime, span: Span) -> SimTime {
    from.plus_months(span.months).plus(span.millis)
}

fn start_load(sandbox: &mut Sandbox, region: &str, load: &S3Load) -> Result<Value, Failure> {
    let request = StartLoad {
        bucket: load.bucket.clone(),
        prefix: load.prefix.clone(),
        bytes_per_month: load.bytes_per_month,
        object_bytes: load.object_size,
        reads: load.reads.iter().map(band).collect(),
        until: after(sandbox.now(), load.span),
        storage_class: load.storage_class.clone(),
    };
    let origin = Origin::admin(region_named(region)?);
    sandbox.call(&origin, request).map_err(|error| Failure::service(&error.code, "StartLoad", &error.message))
}

fn band(phase: &ReadPhase) -> ReadBand {
    let days = i64::from(phase.period.months) * MONTH_DAYS + phase.period.millis / DAY_MS;
    let every_days = u32::try_from(days.max(1)).unwrap_or(u32::MAX);
    ReadBand { from_days: phase.from_days, to_days: phase.to_days, times: phase.reads, every_days }
}

/// Opens a URL as nobody in particular; a signed one says itself who signed it.
fn open(sandbox: &mut Sandbox, region: &str, request: OpenUrl) -> Result<Value, Failure> {
    let origin = Origin { caller: Caller::Anonymous, region: region_named(region)? };
    sandbox.call(&origin, request).map_err(|error| Failure::service(&error.code, "OpenUrl", &error.message))
}

/// The bill: months with their lines, the sum, and the date of the prices.
fn bill_answer(sandbox: &Sandbox, month: Option<Month>) -> Value {
    let bill = bill::bill(sandbox.world(), AccountId::OWN, month);
    let mut months: Vec<(Month, Vec<Line>)> = Vec::new();
    for line in bill.lines {
        match months.last_mut() {
            Some((month, lines)) if *month == line.month => lines.push(line),
            _ => months.push((line.month, vec![line])),
        }
    }
    let prices: serde_json::Map<String, Value> =
        Region::all().filter_map(|region| Some((region.name().to_owned(), Value::from(bill::as_of(region)?)))).collect();
    let months = months.into_iter().map(|(month, lines)| {
        let total = lines.iter().filter_map(|line| line.amount_usd).fold(bill::Usd::default(), |sum, amount| sum + amount);
        json!({"Month": month, "TotalUsd": total, "Lines": lines})
    });
    json!({
        "Account": AccountId::OWN.to_string(),
        "TotalUsd": bill.total_usd,
        "PricesAsOf": prices,
        "RegionsWithoutPrices": bill.regions_without_prices,
        "Months": months.collect::<Vec<_>>(),
    })
}

/// The clock, what is out, what lies stored, and how the loads' reads went.
fn status(sandbox: &Sandbox) -> Value {
    let world = sandbox.world();
    let buckets = world.s3.buckets().map(|bucket| {
        let classes: serde_json::Map<String, Value> = bucket
            .stored()
            .into_iter()
            .map(|(class, stored)| (class.name().to_owned(), json!({"Objects": stored.n_objects, "Bytes": stored.bytes})))
            .collect();
        json!({"Name": bucket.name(), "Region": bucket.region(), "StorageClasses": classes})
    });
    json!({
        "Now": sandbox.now(),
        "ZonesOut": faults::zones_out(sandbox),
        "Buckets": buckets.collect::<Vec<_>>(),
        "Loads": world.s3.loads().iter().map(load_status).collect::<Vec<_>>(),
        "RunRateUsdPerMonth": bill::monthly_run_rate(world, AccountId::OWN),
    })
}

fn load_status(load: &Load) -> Value {
    let sum = |count: fn(&skylab_cloud::s3::Reads) -> u64| load.reads().values().map(count).sum::<u64>();
    json!({
        "Bucket": load.spec().bucket,
        "Prefix": load.spec().prefix,
        "Until": load.spec().until,
        "ObjectsWritten": load.written(),
        "ReadsSucceeded": sum(|reads| reads.succeeded),
        "ReadsFailed": {
            "InvalidObjectState": sum(|reads| reads.archived),
            "NoSuchKey": sum(|reads| reads.missing),
            "ServiceUnavailable": sum(|reads| reads.unavailable),
            "KMS": sum(|reads| reads.keyless),
        },
    })
}

#[cfg(test)]
mod tests;
