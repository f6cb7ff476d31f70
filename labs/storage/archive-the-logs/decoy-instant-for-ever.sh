# One move and no more: what is read at once costs more, year after year.
aws s3api put-bucket-lifecycle-configuration --bucket {bucket} --lifecycle-configuration '{"Rules": [
  {"ID": "app", "Status": "Enabled", "Filter": {"Prefix": "app/"}, "Transitions": [
    {"Days": {hot}, "StorageClass": "GLACIER_IR"}
  ]}
]}'
