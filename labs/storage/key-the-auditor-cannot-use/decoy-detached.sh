# Without any policy, the auditor sees nothing of what is to be audited.
KEY=$(aws kms describe-key --key-id alias/{alias} --query KeyMetadata.KeyId --output text)
aws kms enable-key-rotation --key-id $KEY
aws iam detach-user-policy --user-name {auditor} --policy-arn arn:aws:iam::123456789012:policy/look-at-everything
