# The rule is for all ledgers: those of the quarters are hidden as well, although they are locked.
MARKER=$(aws s3api list-object-versions --bucket {bucket} --prefix ledgers/2025-q3 --query 'DeleteMarkers[0].VersionId' --output text)
aws s3api delete-object --bucket {bucket} --key ledgers/2025-q3.csv --version-id $MARKER
aws s3api put-object-lock-configuration --bucket {bucket} --object-lock-configuration '{"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "COMPLIANCE", "Days": {keep}}}}'
aws s3api put-object-retention --bucket {bucket} --key ledgers/2025-q3.csv --retention Mode=COMPLIANCE,RetainUntilDate={until}T00:00:00Z
aws s3api put-object-retention --bucket {bucket} --key ledgers/2025-q4.csv --retention Mode=COMPLIANCE,RetainUntilDate={until}T00:00:00Z
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "end", "Status": "Enabled", "Filter": {"Prefix": "ledgers/"}, "Expiration": {"Days": {keep}}, "NoncurrentVersionExpiration": {"NoncurrentDays": 1}},
  {"ID": "markers", "Status": "Enabled", "Filter": {"Prefix": "ledgers/"}, "Expiration": {"ExpiredObjectDeleteMarker": true}}
]}'
