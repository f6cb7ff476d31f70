# An explicit deny beats every allow: the auditor keeps all rights but this one.
KEY=$(aws kms describe-key --key-id alias/{alias} --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $KEY
aws iam put-user-policy --user-name {auditor} --policy-name no-content --policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*"}
]}'
