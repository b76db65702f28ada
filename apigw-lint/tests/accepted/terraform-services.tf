resource "aws_api_gateway_rest_api" "s3" {
  name = "s3"
}
resource "aws_api_gateway_resource" "folder" {
  rest_api_id = aws_api_gateway_rest_api.s3.id
  parent_id   = aws_api_gateway_rest_api.s3.root_resource_id
  path_part   = "{folder}"
}
resource "aws_api_gateway_resource" "item" {
  rest_api_id = aws_api_gateway_rest_api.s3.id
  parent_id   = aws_api_gateway_resource.folder.id
  path_part   = "{item}"
}
resource "aws_api_gateway_method" "get" {
  rest_api_id   = aws_api_gateway_rest_api.s3.id
  resource_id   = aws_api_gateway_resource.item.id
  http_method   = "GET"
  authorization = "AWS_IAM"
  request_parameters = {
    "method.request.path.folder"   = true
    "method.request.path.item"     = true
    "method.request.header.Accept" = false
  }
}
resource "aws_api_gateway_integration" "get" {
  rest_api_id             = aws_api_gateway_rest_api.s3.id
  resource_id             = aws_api_gateway_resource.item.id
  http_method             = aws_api_gateway_method.get.http_method
  integration_http_method = "GET"
  type                    = "AWS"
  uri                     = "arn:${data.aws_partition.p.partition}:apigateway:${var.region}:s3:path/${aws_s3_bucket.b.id}/{folder}/{item}"
  credentials             = aws_iam_role.r.arn
  request_parameters = {
    "integration.request.path.folder" = "method.request.path.folder"
    "integration.request.path.item"   = "method.request.path.item"
  }
}
resource "aws_api_gateway_method_response" "codes" {
  for_each    = toset(["200", "400", "500"])
  rest_api_id = aws_api_gateway_rest_api.s3.id
  resource_id = aws_api_gateway_resource.item.id
  http_method = aws_api_gateway_method.get.http_method
  status_code = each.value
  response_parameters = each.value == "200" ? {
    "method.response.header.Content-Type"   = true
    "method.response.header.Content-Length" = true
  } : null
}
resource "aws_api_gateway_integration_response" "ok" {
  rest_api_id = aws_api_gateway_rest_api.s3.id
  resource_id = aws_api_gateway_resource.item.id
  http_method = aws_api_gateway_method.get.http_method
  status_code = aws_api_gateway_method_response.codes["200"].status_code
  response_parameters = {
    "method.response.header.Content-Type"   = "integration.response.header.Content-Type"
    "method.response.header.Content-Length" = "integration.response.header.Content-Length"
  }
}
resource "aws_api_gateway_integration_response" "bad" {
  rest_api_id       = aws_api_gateway_rest_api.s3.id
  resource_id       = aws_api_gateway_resource.item.id
  http_method       = aws_api_gateway_method.get.http_method
  status_code       = aws_api_gateway_method_response.codes["400"].status_code
  selection_pattern = "4\\d{2}"
}
resource "aws_api_gateway_method" "sqs" {
  rest_api_id          = aws_api_gateway_rest_api.s3.id
  resource_id          = aws_api_gateway_rest_api.s3.root_resource_id
  http_method          = "POST"
  authorization        = "NONE"
  request_validator_id = aws_api_gateway_request_validator.v.id
  request_models       = { "application/json" = aws_api_gateway_model.m.name }
}
resource "aws_api_gateway_integration" "sqs" {
  rest_api_id             = aws_api_gateway_rest_api.s3.id
  resource_id             = aws_api_gateway_rest_api.s3.root_resource_id
  http_method             = "POST"
  type                    = "AWS"
  integration_http_method = "POST"
  passthrough_behavior    = "NEVER"
  credentials             = "${aws_iam_role.r.arn}"
  uri                     = "arn:aws:apigateway:${var.region}:sqs:path/${data.aws_caller_identity.me.account_id}/${aws_sqs_queue.q.name}"
  request_parameters      = { "integration.request.header.Content-Type" = "'application/x-www-form-urlencoded'" }
  request_templates       = { "application/json" = "Action=SendMessage&MessageBody=$input.body&MessageGroupId=$context.requestId" }
}
resource "aws_api_gateway_request_validator" "v" {
  name                  = "v"
  rest_api_id           = aws_api_gateway_rest_api.s3.id
  validate_request_body = true
}
resource "aws_api_gateway_model" "m" {
  rest_api_id  = aws_api_gateway_rest_api.s3.id
  name         = "M1"
  content_type = "application/json"
  schema       = <<EOF
{ "type": "object", "$schema": "http://json-schema.org/draft-04/schema#" }
EOF
}
