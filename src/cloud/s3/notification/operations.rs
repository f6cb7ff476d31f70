//! Setting and showing a bucket's notifications.

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::super::access;
use super::{NotificationConfiguration, Notifications, send, validate};
use crate::api::{ApiError, Call, Fidelity, Need, Operation, Read, View, Write};

/// Says whom a bucket tells of what; it replaces whatever was said before.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct PutBucketNotificationConfiguration {
    /// Which bucket.
    pub bucket: String,
    /// Whom it tells; nobody if empty.
    pub notification_configuration: NotificationConfiguration,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
    /// Does not ask whether destinations are there and let S3 in.
    pub skip_destination_validation: Option<bool>,
}

impl Operation for PutBucketNotificationConfiguration {
    type Output = ();
    const FIDELITY: Fidelity = Fidelity::Simplified("takes effect at once; the test message is there at once");

    fn needs(&self) -> Need {
        access::need_bucket("s3:PutBucketNotification", &self.bucket)
    }
}

impl Write for PutBucketNotificationConfiguration {
    fn apply(self, cx: &mut Call<'_>) -> Result<(), ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        let mut given = self.notification_configuration;
        validate::form(bucket, &given)?;
        let asks = self.skip_destination_validation != Some(true);
        if asks {
            validate::destinations(cx.world, bucket, &given)?;
        }
        let ids = &mut cx.world.core.ids;
        given.settle(|| {
            let number = ids.take("s3-notification", 1);
            ids.uuid("s3-notification", number)
        });
        let bucket = access::bucket_mut(cx.world, &self.bucket)?;
        bucket.notifications = (!given.is_empty()).then(|| Notifications { given, ..Notifications::default() });
        if asks {
            send::test(cx.world, &self.bucket);
        }
        Ok(())
    }
}

/// Shows whom a bucket tells of what.
#[skip_serializing_none]
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields, default)]
pub struct GetBucketNotificationConfiguration {
    /// Which bucket.
    pub bucket: String,
    /// Refused if the bucket is somebody else's.
    pub expected_bucket_owner: Option<String>,
}

impl Operation for GetBucketNotificationConfiguration {
    type Output = NotificationConfiguration;

    fn needs(&self) -> Need {
        access::need_bucket("s3:GetBucketNotification", &self.bucket)
    }
}

impl Read for GetBucketNotificationConfiguration {
    fn read(self, cx: &mut View<'_>) -> Result<NotificationConfiguration, ApiError> {
        let bucket = access::bucket(cx.world, &self.bucket)?;
        access::check_owner(cx.world, &self.bucket, self.expected_bucket_owner.as_deref())?;
        Ok(bucket.notifications.as_ref().map(|notifications| notifications.given.clone()).unwrap_or_default())
    }
}
