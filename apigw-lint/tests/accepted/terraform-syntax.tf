# Everything that the language allows around the resources.
/* a comment
   of lines */
terraform {
  required_version = ">= 1.8" // newer
  backend "s3" {}
}
provider "aws" {
  alias  = "east"
  region = var.region
  default_tags { tags = { Name = "x", "a:b" = "c" } }
}
variable "routes" {
  type = map(object({
    method = string
    auth   = optional(string, "NONE")
    params = optional(list(object({ name = string, required = optional(bool, false) })), [])
  }))
  default     = {}
  description = <<-EOT
    Routes; see %%{docs} and $${docs}.
  EOT
  validation {
    condition     = alltrue([for r in values(var.routes) : contains(["GET", "POST"], r.method)])
    error_message = "No ${join(", ", ["a", "b"])}!"
  }
}
locals {
  flat   = flatten([for k, r in var.routes : [for p in r.params : { key = k, name = p.name }]])
  group  = { for item in local.flat : item.key => item.name... }
  text   = "%{ if length(var.routes) > 0 ~}yes%{ else }no%{ endif }"
  number = 1.5e3
  legacy = aws_api_gateway_method.each.*.http_method
  first  = aws_instance.web.0.id
  nested = (
    var.region == "a"
    ? { (var.region) = 1, "b" : 2 }
    : null
  )
  arn  = provider::aws::arn_build("aws", "lambda", var.region, "123456789012", "function:f")
  uri  = format("arn:aws:apigateway:%s:lambda:path/2015-03-31/functions/%s/invocations", var.region, local.arn)
  cors = { "Access-Control-Allow-Origin" = "'*'", Access-Control-Allow-Methods = "'GET,OPTIONS'" }
}
moved {
  from = aws_api_gateway_rest_api.old
  to   = aws_api_gateway_rest_api.api
}
import {
  to = aws_api_gateway_rest_api.api
  id = "abc123"
}
removed {
  from = aws_api_gateway_stage.gone
  lifecycle { destroy = false }
}
check "up" {
  assert {
    condition     = !startswith(local.uri, "x") && -1 < 0 || true
    error_message = "down"
  }
}
resource "aws_api_gateway_rest_api" "api" {
  provider = aws.east
  name     = "${var.name}-api"
  policy = jsonencode({
    Version   = "2012-10-17",
    Statement = [{ Effect = "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = ["execute-api:/*"] }]
  })
  lifecycle {
    ignore_changes = [policy, tags["x"]]
    precondition {
      condition     = var.name != ""
      error_message = "name"
    }
  }
}
resource "aws_api_gateway_method" "each" {
  for_each      = var.routes
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_rest_api.api.root_resource_id
  http_method   = each.value.method
  authorization = each.value.auth
  authorizer_id = one(aws_api_gateway_authorizer.a[*].id)
}
resource "aws_api_gateway_integration" "each" {
  for_each                = var.routes
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_rest_api.api.root_resource_id
  http_method             = each.value.method
  type                    = "AWS"
  integration_http_method = "POST"
  uri                     = local.uri
  request_templates = {
    "application/json" = <<EOF
{ "id": "$context.requestId", "name": "${each.key}", "host": "$stageVariables.host",
  "list": [%{ for p in each.value.params }"${p.name}"%{ endfor }] }
EOF
    "application/xml" = templatefile("${path.module}/t.xml", { a = 1 })
    "text/plain"      = jsonencode({ body = "$input.body" })
  }
}
resource "aws_api_gateway_method_response" "each" {
  for_each            = var.routes
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_rest_api.api.root_resource_id
  http_method         = each.value.method
  status_code         = "200"
  response_parameters = { for k in keys(local.cors) : "method.response.header.${k}" => true }
}
resource "aws_api_gateway_integration_response" "each" {
  for_each            = var.routes
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_rest_api.api.root_resource_id
  http_method         = each.value.method
  status_code         = "200"
  response_parameters = { for k, v in local.cors : "method.response.header.${k}" => v }
}
resource "aws_api_gateway_authorizer" "a" {
  count                            = var.pool == "" ? 0 : 1
  name                             = "a"
  rest_api_id                      = aws_api_gateway_rest_api.api.id
  type                             = "COGNITO_USER_POOLS"
  provider_arns                    = tolist(data.aws_cognito_user_pools.p.arns)
  authorizer_result_ttl_in_seconds = "300"
}
output "url" {
  value     = nonsensitive("${aws_api_gateway_stage.s.invoke_url}/x")
  sensitive = false
}
