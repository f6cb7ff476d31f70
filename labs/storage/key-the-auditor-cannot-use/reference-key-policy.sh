# The key itself says who may do what. Without the statement for the whole account, IAM policies do not count at this key.
KEY=$(aws kms describe-key --key-id alias/{alias} --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $KEY
aws kms put-key-policy --key-id $KEY --policy '{"Version": "2012-10-17", "Statement": [
  {"Sid": "Administration", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/admin"}, "Action": "kms:*", "Resource": "*"},
  {"Sid": "Application", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/{app}"}, "Action": ["kms:Decrypt", "kms:GenerateDataKey"], "Resource": "*"},
  {"Sid": "Audit", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/{auditor}"}, "Action": ["kms:DescribeKey", "kms:GetKeyRotationStatus"], "Resource": "*"}
]}'
