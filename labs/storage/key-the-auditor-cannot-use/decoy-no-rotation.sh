# The auditor is out, and the key stays as it is for years.
aws iam put-user-policy --user-name {auditor} --policy-name no-content --policy-document '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Deny", "Action": "kms:Decrypt", "Resource": "*"}
]}'
