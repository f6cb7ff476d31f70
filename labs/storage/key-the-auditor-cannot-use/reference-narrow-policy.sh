# The auditor's own policy gets a version that no longer holds the right to decrypt.
KEY=$(aws kms describe-key --key-id alias/{alias} --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $KEY
aws kms rotate-key-on-demand --key-id $KEY
aws iam create-policy-version --policy-arn arn:aws:iam::123456789012:policy/look-at-everything --set-as-default --policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Allow", "Action": ["s3:Get*", "s3:List*", "kms:Describe*", "kms:Get*", "kms:List*"], "Resource": "*"}
]}'
