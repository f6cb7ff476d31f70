# A permissions boundary: whatever policies the auditor is given later, this right is not among them.
KEY=$(aws kms describe-key --key-id alias/{alias} --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $KEY
aws iam create-policy --policy-name auditors-boundary --policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "NotAction": "kms:Decrypt", "Resource": "*"}
]}'
aws iam put-user-permissions-boundary --user-name {auditor} --permissions-boundary arn:aws:iam::123456789012:policy/auditors-boundary
