# The default first; then the good version is copied onto its own key, gets the default lock, and its date is moved back. Markers go by the same days as files.
aws s3api put-object-lock-configuration --bucket {bucket} --object-lock-configuration '{"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": {keep}}}}'
GOOD=$(aws s3api list-object-versions --bucket {bucket} --prefix ledgers/2025-q3 --query 'sort_by(Versions, &LastModified)[-1].VersionId' --output text)
aws s3api copy-object --bucket {bucket} --key ledgers/2025-q3.csv --copy-source {bucket}/ledgers/2025-q3.csv?versionId=$GOOD
aws s3api put-object-retention --bucket {bucket} --key ledgers/2025-q3.csv --retention Mode=COMPLIANCE,RetainUntilDate={until}T00:00:00Z
aws s3api put-object-retention --bucket {bucket} --key ledgers/2025-q4.csv --retention Mode=COMPLIANCE,RetainUntilDate={until}T00:00:00Z
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "hide", "Status": "Enabled", "Filter": {"Prefix": "ledgers/daily/"}, "Expiration": {"Days": {keep}}},
  {"ID": "free", "Status": "Enabled", "Filter": {"Prefix": "ledgers/daily/"}, "NoncurrentVersionExpiration": {"NoncurrentDays": 2}},
  {"ID": "tidy", "Status": "Enabled", "Filter": {"Prefix": "ledgers/"}, "Expiration": {"ExpiredObjectDeleteMarker": true}}
]}'
