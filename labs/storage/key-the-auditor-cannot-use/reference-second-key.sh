# The records get a key of their own, which denies the auditor; those that are there already are given it where they lie.
SECOND=$(aws kms create-key --description records --query KeyMetadata.Arn --output text --policy '{"Version": "2012-10-17", "Statement": [
  {"Sid": "Account", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:root"}, "Action": "kms:*", "Resource": "*"},
  {"Sid": "NotTheAuditor", "Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::123456789012:user/{auditor}"}, "Action": "kms:Decrypt", "Resource": "*"}
]}')
aws kms enable-key-rotation --key-id $SECOND
aws kms update-alias --alias-name alias/{alias} --target-key-id $SECOND
aws s3api put-bucket-encryption --bucket {bucket} --server-side-encryption-configuration "{\"Rules\":[{\"ApplyServerSideEncryptionByDefault\":{\"SSEAlgorithm\":\"aws:kms\",\"KMSMasterKeyID\":\"$SECOND\"},\"BucketKeyEnabled\":true}]}"
aws s3api copy-object --bucket {bucket} --key records/2024.csv --copy-source {bucket}/records/2024.csv --server-side-encryption aws:kms --ssekms-key-id $SECOND
aws s3api update-object-encryption --bucket {bucket} --key records/2025.csv --object-encryption "{\"SSEKMS\":{\"KMSKeyArn\":\"$SECOND\"}}"
