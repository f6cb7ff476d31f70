# The key's policy knows its administrator and the auditor, and forgets the application.
KEY=$(aws kms describe-key --key-id alias/{alias} --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $KEY
aws kms put-key-policy --key-id $KEY --policy '{"Version": "2012-10-17", "Statement": [
  {"Sid": "Administration", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/admin"}, "Action": "kms:*", "Resource": "*"},
  {"Sid": "Audit", "Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::123456789012:user/{auditor}"}, "Action": "kms:DescribeKey", "Resource": "*"}
]}'
