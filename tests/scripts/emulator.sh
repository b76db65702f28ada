# Rules of AWS only warn where the service is somebody else's; what the command itself refuses stays an error.
awslocal apigateway put-method --rest-api-id a --resource-id b --http-method GTE --authorization-type NONE
aws --endpoint-url http://localhost:4566 apigateway put-method --rest-api-id a --resource-id b --http-method GTE \
    --authorization-type NONE
aws --endpoint-url "$URL" apigateway put-method --rest-api-id a --resource-id b --http-method GTE --authorization-type NONE
AWS_ENDPOINT=x awslocal apigateway put-method --rest-api-id a
apigw put-method --rest-api-id a --resource-id b --http-method GTE --authorization-type NONE --no-validate
apigw put-method --rest-api-id a --resource-id b --http-method GTE --authorization-type NONE --dry-run
apigw spec check x.json && apigw rules
aws apigateway get-account --dry-run
