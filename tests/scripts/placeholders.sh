aws apigateway put-method --rest-api-id $API_ID --http-method GET --authorization-type NONE
aws apigateway put-integration --rest-api-id $API_ID --resource-id $(get x) --http-method GET --type HTTP --connection-type VPC_LINK --connection-id $L --uri http://a.b
aws apigateway put-method $ARGS --rest-api-id $API_ID
aws apigateway put-method --rest-api-id "$@"
aws apigateway get-resources --rest-api-id <API ID> --region <region>
aws apigateway get-resources --rest-api-id [API ID] --region us-east-1
aws apigateway get-resources --rest-api-id YOUR-API-ID
aws apigateway get-resources --rest-api-id "<id>"
aws apigateway update-stage --rest-api-id $A --stage-name $S --patch-operations $OPS
