# A bucket policy denies deleting to everybody, until somebody deletes the policy.
MARKER=$(aws s3api list-object-versions --bucket {bucket} --prefix ledgers/2025-q3 --query 'DeleteMarkers[0].VersionId' --output text)
aws s3api delete-object --bucket {bucket} --key ledgers/2025-q3.csv --version-id $MARKER
aws s3api put-object-lock-configuration --bucket {bucket} --object-lock-configuration '{"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": {keep}}}}'
aws s3api put-bucket-policy --bucket {bucket} --policy '{"Version": "2012-10-17", "Statement": [
  {"Effect": "Deny", "Principal": "*", "Action": ["s3:DeleteObjectVersion", "s3:PutObjectRetention", "s3:BypassGovernanceRetention"], "Resource": "arn:aws:s3:::{bucket}/*"}
]}'
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "end", "Status": "Enabled", "Filter": {"Prefix": "ledgers/daily/"}, "Expiration": {"Days": {keep}}, "NoncurrentVersionExpiration": {"NoncurrentDays": 1}},
  {"ID": "markers", "Status": "Enabled", "Filter": {"Prefix": "ledgers/daily/"}, "Expiration": {"ExpiredObjectDeleteMarker": true}}
]}'
