# A rule for the daily files in a cheaper class, one for all the rest; copies one by one into the other region.
aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Enabled
aws s3api put-bucket-versioning --bucket {copy} --versioning-configuration Status=Enabled --region {region}
aws iam create-role --role-name second-region --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sts:AssumeRole"}
]}'
aws iam put-role-policy --role-name second-region --policy-name copy --policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
   "Resource": ["arn:aws:s3:::{bucket}", "arn:aws:s3:::{bucket}/*"]},
  {"Effect": "Allow", "Action": ["s3:ReplicateObject", "s3:ReplicateTags"], "Resource": "arn:aws:s3:::{copy}/*"}
]}'
aws s3api put-bucket-replication --bucket {bucket} --replication-configuration '{"Role": "arn:aws:iam::123456789012:role/second-region", "Rules": [
  {"ID": "rest", "Status": "Enabled", "Priority": 1, "Filter": {"Prefix": "{folder}/"}, "DeleteMarkerReplication": {"Status": "Disabled"}, "Destination": {"Bucket": "arn:aws:s3:::{copy}"}},
  {"ID": "daily", "Status": "Enabled", "Priority": 2, "Filter": {"Prefix": "{folder}/daily/"}, "DeleteMarkerReplication": {"Status": "Disabled"}, "Destination": {"Bucket": "arn:aws:s3:::{copy}", "StorageClass": "STANDARD_IA"}}
]}'
aws s3api copy-object --bucket {copy} --key {folder}/site.csv --copy-source {bucket}/{folder}/site.csv --region {region}
aws s3api copy-object --bucket {copy} --key {folder}/power.csv --copy-source {bucket}/{folder}/power.csv --region {region}
aws s3api copy-object --bucket {copy} --key {folder}/water.csv --copy-source {bucket}/{folder}/water.csv --region {region}
sim advance 20d
aws s3api delete-object --bucket {bucket} --key {folder}/water.csv
aws s3api delete-object --bucket {bucket} --key {folder}/daily/2026-01/15/00000000
