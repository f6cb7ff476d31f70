# Delete markers go along: a mistake here is one there, a minute later.
aws s3api put-bucket-versioning --bucket {bucket} --versioning-configuration Status=Enabled
aws s3api put-bucket-versioning --bucket {copy} --versioning-configuration Status=Enabled --region {region}
aws iam create-role --role-name copier --assume-role-policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sts:AssumeRole"}
]}'
aws iam put-role-policy --role-name copier --policy-name copy --policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["s3:GetReplicationConfiguration", "s3:ListBucket", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"],
   "Resource": ["arn:aws:s3:::{bucket}", "arn:aws:s3:::{bucket}/*"]},
  {"Effect": "Allow", "Action": ["s3:ReplicateObject", "s3:ReplicateTags", "s3:ReplicateDelete"], "Resource": "arn:aws:s3:::{copy}/*"}
]}'
aws s3api put-bucket-replication --bucket {bucket} --replication-configuration '{"Role": "arn:aws:iam::123456789012:role/copier", "Rules": [
  {"ID": "all", "Status": "Enabled", "Priority": 1, "Filter": {"Prefix": ""}, "DeleteMarkerReplication": {"Status": "Enabled"}, "Destination": {"Bucket": "arn:aws:s3:::{copy}"}}
]}'
aws s3api copy-object --bucket {bucket} --key {folder}/site.csv --copy-source {bucket}/{folder}/site.csv --metadata-directive REPLACE
aws s3api copy-object --bucket {bucket} --key {folder}/power.csv --copy-source {bucket}/{folder}/power.csv --metadata-directive REPLACE
aws s3api copy-object --bucket {bucket} --key {folder}/water.csv --copy-source {bucket}/{folder}/water.csv --metadata-directive REPLACE
sim advance 20d
aws s3api delete-object --bucket {bucket} --key {folder}/water.csv
aws s3api delete-object --bucket {bucket} --key {folder}/daily/2026-01/15/00000000
