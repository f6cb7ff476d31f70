# Infrequent Access while the files are read now and then, Deep Archive once nobody does.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {hot}, "StorageClass": "STANDARD_IA"},
    {"Days": {warm}, "StorageClass": "DEEP_ARCHIVE"}
  ]}
]}'
