# No object at all any more, the summary included.
KEY=$(aws kms describe-key --key-id alias/{alias} --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $KEY
aws iam put-user-policy --user-name {auditor} --policy-name no-content --policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Deny", "Action": "s3:GetObject", "Resource": "*"}
]}'
