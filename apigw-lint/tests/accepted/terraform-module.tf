variable "rest_api_id" {}
variable "resource_id" {}
variable "type" { default = "AWS_PROXY" }
variable "method" {
  type    = string
  default = "GET"
}
variable "enabled" { default = true }
resource "aws_api_gateway_method" "m" {
  count              = var.enabled ? 1 : 0
  rest_api_id        = var.rest_api_id
  resource_id        = var.resource_id
  http_method        = upper(var.method)
  authorization      = var.authorizer_id == "" ? "NONE" : "COGNITO_USER_POOLS"
  authorizer_id      = var.authorizer_id == "" ? null : var.authorizer_id
  request_models     = var.model != null ? { "application/json" = var.model } : {}
  request_parameters = { for p in var.parameters : "method.request.${p.place}.${p.name}" => p.required }
}
variable "authorizer_id" { default = "" }
variable "model" { default = null }
variable "parameters" { default = [] }
resource "aws_api_gateway_integration" "i" {
  count                   = length(aws_api_gateway_method.m)
  rest_api_id             = var.rest_api_id
  resource_id             = var.resource_id
  http_method             = aws_api_gateway_method.m[count.index].http_method
  type                    = var.type
  integration_http_method = var.type == "MOCK" ? null : "POST"
  uri                     = var.type == "MOCK" ? "" : format("arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations", data.aws_region.r.name, var.arn)
  request_parameters      = { for p in var.parameters : "integration.request.path.${p.name}" => "method.request.path.${p.name}" }
  credentials             = var.credentials
  passthrough_behavior    = "WHEN_NO_MATCH"
  content_handling        = try(var.handling, null)
  dynamic "tls_config" {
    for_each = var.insecure ? [1] : []
    content { insecure_skip_verification = true }
  }
}
resource "aws_api_gateway_integration_response" "r" {
  for_each            = { "200" = "", "400" = ".*Bad.*" }
  rest_api_id         = var.rest_api_id
  resource_id         = var.resource_id
  http_method         = var.method
  status_code         = each.key
  selection_pattern   = each.value
  response_parameters = { "method.response.header.Access-Control-Allow-Origin" = "'${var.origin}'" }
  response_templates  = { "application/json" = file("${path.module}/${each.key}.vtl") }
}
variable "arn" {}
variable "origin" {}
