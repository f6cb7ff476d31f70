//! Jobs of S3 Batch Operations that replicate what is there already, with the manifest that S3 makes itself. No other operation of
//! jobs is modelled, no manifest of one's own, no report and no confirmation.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::{errors, state::own_account};
use crate::{
    World,
    api::{ApiError, Call, Fidelity, Need, Operation, Origin, Read, View, Write},
    clock::SimTime,
    ident::{AccountId, Caller, Region},
    s3::ReplicateExisting,
};

/// Who works in a job's role (S3 User Guide, IAM role for Batch Replication).
const SERVICE: &str = "batchoperations.s3.amazonaws.com";
/// The name of its sessions.
const SESSION: &str = "s3-batch-operations";
/// Highest priority, and longest description.
const MAX_PRIORITY: i64 = 2_147_483_647;
const MAX_DESCRIPTION_CHARS: usize = 256;

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident { $($(#[$member:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[skip_serializing_none]
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
        pub struct $name { $($(#[$member])* pub $field: $kind,)* }
    )*};
}

shapes! {
    /// `JobOperation`: what is done to each object.
    JobOperation {
        /// Replicate it by the bucket's rules.
        #[serde(rename = "S3ReplicateObject")]
        s3_replicate_object: Option<S3ReplicateObject>,
    }
    /// `S3ReplicateObjectOperation`: being there is all that it says.
    S3ReplicateObject {}
    /// `JobReport`.
    JobReport {
        /// Whether a report is written.
        enabled: bool,
    }
    /// `JobManifestGenerator`.
    JobManifestGenerator {
        /// From the objects of a bucket.
        #[serde(rename = "S3JobManifestGenerator")]
        s3_job_manifest_generator: Option<S3JobManifestGenerator>,
    }
    /// `S3JobManifestGenerator`.
    S3JobManifestGenerator {
        /// The account of the bucket.
        expected_bucket_owner: Option<String>,
        /// The bucket's ARN.
        source_bucket: String,
        /// Which objects.
        filter: Option<JobManifestGeneratorFilter>,
        /// Whether the manifest is kept.
        enable_manifest_output: bool,
    }
    /// `JobManifestGeneratorFilter`.
    JobManifestGeneratorFilter {
        /// Only what the bucket's rules ask for.
        eligible_for_replication: Option<bool>,
        /// Only versions written after.
        created_after: Option<SimTime>,
        /// Only versions written before.
        created_before: Option<SimTime>,
        /// Only objects that stand so.
        object_replication_statuses: Option<Vec<String>>,
        /// Only such keys.
        key_name_constraint: Option<KeyNameConstraint>,
        /// Only larger objects.
        object_size_greater_than_bytes: Option<u64>,
        /// Only smaller objects.
        object_size_less_than_bytes: Option<u64>,
        /// Only objects of these classes.
        match_any_storage_class: Option<Vec<String>>,
    }
    /// `KeyNameConstraint`.
    KeyNameConstraint {
        /// Keys that begin with one of these.
        match_any_prefix: Option<Vec<String>>,
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Job {
    id: String,
    /// As replication counts what it does for the job.
    number: u64,
    pub(super) account: AccountId,
    region: Region,
    given: CreateJob,
    created: SimTime,
    /// Why it could not begin.
    failure: Option<String>,
}

/// Makes a job, which begins at once.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct CreateJob {
    /// The account that makes it.
    pub account_id: String,
    /// Whether somebody must confirm it first.
    pub confirmation_required: Option<bool>,
    /// What is done.
    pub operation: JobOperation,
    /// The report on it.
    pub report: JobReport,
    /// A name of the request, so that it is not done twice; it is not compared.
    pub client_request_token: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// Higher ones first.
    pub priority: i64,
    /// The role that it works in.
    pub role_arn: String,
    /// What it is done to.
    pub manifest_generator: Option<JobManifestGenerator>,
}

/// What CreateJob answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct CreateJobOutput {
    job_id: String,
}

impl Operation for CreateJob {
    type Output = CreateJobOutput;
    const FIDELITY: Fidelity =
        Fidelity::Simplified("replicates existing objects only; begins at once; no own manifest, report, confirmation or tags");

    fn needs(&self) -> Need {
        let pass = Need::action("iam:PassRole").on(self.role_arn.clone()).with("iam:PassedToService", Some(SERVICE));
        Need::action("s3:CreateJob").and(pass)
    }
}

impl CreateJob {
    /// What is asked of the bucket, if the job is one of those that are modelled.
    fn task(&self, job: u64) -> Result<ReplicateExisting, ApiError> {
        if self.operation.s3_replicate_object.is_none() {
            return Err(errors::bad_job("exactly one operation must be specified"));
        }
        if self.confirmation_required == Some(true) || self.report.enabled {
            return Err(errors::not_modelled("confirmation and reports of jobs"));
        }
        if !(0..=MAX_PRIORITY).contains(&self.priority) {
            return Err(errors::bad_job(&format!("Priority must be between 0 and {MAX_PRIORITY}")));
        }
        if self.description.as_ref().is_some_and(|text| text.chars().count() > MAX_DESCRIPTION_CHARS) {
            return Err(errors::bad_job(&format!("Description must not exceed {MAX_DESCRIPTION_CHARS} characters")));
        }
        let generator = self.manifest_generator.as_ref().and_then(|it| it.s3_job_manifest_generator.as_ref());
        let generator = generator.ok_or_else(|| errors::bad_job("a manifest generator must be specified"))?;
        if generator.enable_manifest_output {
            return Err(errors::not_modelled("the output of manifests"));
        }
        let bucket = generator.source_bucket.strip_prefix("arn:aws:s3:::").filter(|name| !name.is_empty());
        let bucket = bucket.ok_or_else(|| errors::bad_job("the source bucket must be an ARN"))?;
        let filter = generator.filter.clone().unwrap_or_default();
        Ok(ReplicateExisting {
            bucket: bucket.to_owned(),
            job,
            statuses: filter.object_replication_statuses,
            created_after: filter.created_after,
            created_before: filter.created_before,
            prefixes: filter.key_name_constraint.and_then(|it| it.match_any_prefix),
            storage_classes: filter.match_any_storage_class,
            larger_than_bytes: filter.object_size_greater_than_bytes,
            smaller_than_bytes: filter.object_size_less_than_bytes,
        })
    }

    /// The role's session for S3, if it is there and trusts it.
    fn worker(&self, world: &World, account: AccountId, region: Region) -> Option<Origin> {
        let (owner, role) = self.role_arn.strip_prefix("arn:aws:iam::")?.split_once(":role/")?;
        let (owner, name) = (AccountId::read(owner)?, role.rsplit('/').next()?);
        let service = Origin { caller: Caller::service(SERVICE, &format!("arn:aws:s3:{region}:{account}:job/*"), account), region };
        let trusted = world.may(&service, &Need::action("sts:AssumeRole").on(self.role_arn.clone()));
        trusted.then(|| Origin { caller: Caller::role(owner, name, SESSION), region })
    }
}

impl Write for CreateJob {
    fn apply(self, cx: &mut Call<'_>) -> Result<CreateJobOutput, ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let region = cx.origin.region;
        self.task(0)?;
        let number = cx.world.core.ids.take("s3-job", 1);
        let task = self.task(number)?;
        let id = cx.world.core.ids.uuid("s3-job", number);
        let failure = match self.worker(cx.world, account, region) {
            Some(worker) => cx.world.ask(&worker, task).err().map(|error| error.message),
            None => Some("The role could not be assumed".to_owned()),
        };
        let job = Job { id: id.clone(), number, account, region, given: self, created: cx.now(), failure };
        cx.world.s3control.jobs.insert(id.clone(), job);
        Ok(CreateJobOutput { job_id: id })
    }
}

/// Shows how far a job is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct DescribeJob {
    /// The account that made it.
    pub account_id: String,
    /// Its id.
    pub job_id: String,
}

/// What DescribeJob answers.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct DescribeJobOutput {
    job: JobDescriptor,
}

/// `JobDescriptor`.
#[skip_serializing_none]
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct JobDescriptor {
    job_id: String,
    confirmation_required: bool,
    description: Option<String>,
    job_arn: String,
    status: &'static str,
    operation: JobOperation,
    priority: i64,
    progress_summary: JobProgressSummary,
    failure_reasons: Option<Vec<JobFailure>>,
    report: JobReport,
    creation_time: SimTime,
    termination_date: Option<SimTime>,
    role_arn: String,
    manifest_generator: Option<JobManifestGenerator>,
}

/// `JobProgressSummary`.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct JobProgressSummary {
    total_number_of_tasks: u64,
    number_of_tasks_succeeded: u64,
    number_of_tasks_failed: u64,
}

/// `JobFailure`.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "PascalCase")]
pub struct JobFailure {
    failure_code: &'static str,
    failure_reason: String,
}

impl Operation for DescribeJob {
    type Output = DescribeJobOutput;

    fn needs(&self) -> Need {
        Need::action("s3:DescribeJob").here(format!("job/{}", self.job_id))
    }
}

impl Read for DescribeJob {
    fn read(self, cx: &mut View<'_>) -> Result<DescribeJobOutput, ApiError> {
        let account = own_account(cx.origin, &self.account_id)?;
        let job = cx.world.s3control.jobs.get(&self.job_id).filter(|job| job.account == account && job.region == cx.origin.region);
        let job = job.ok_or_else(errors::no_such_job)?.clone();
        let done = cx.world.s3.existing(job.number).copied().unwrap_or_default();
        let status = match (&job.failure, done.ended) {
            (Some(_), _) => "Failed",
            (None, Some(_)) => "Complete",
            (None, None) => "Active",
        };
        let reason = |failure_reason| vec![JobFailure { failure_code: "InvalidManifestContent", failure_reason }];
        let descriptor = JobDescriptor {
            job_arn: format!("arn:aws:s3:{}:{account}:job/{}", job.region, job.id),
            job_id: job.id,
            confirmation_required: false,
            description: job.given.description,
            status,
            operation: job.given.operation,
            priority: job.given.priority,
            progress_summary: JobProgressSummary {
                total_number_of_tasks: done.n_total,
                number_of_tasks_succeeded: done.n_succeeded,
                number_of_tasks_failed: done.n_failed,
            },
            termination_date: if job.failure.is_some() { Some(job.created) } else { done.ended },
            failure_reasons: job.failure.map(reason),
            report: job.given.report,
            creation_time: job.created,
            role_arn: job.given.role_arn,
            manifest_generator: job.given.manifest_generator,
        };
        Ok(DescribeJobOutput { job: descriptor })
    }
}
