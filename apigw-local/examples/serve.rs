//! Serves API Gateway on this machine: `cargo run -p apigw-local --example serve -- 4566`.

use std::net::{Ipv4Addr, SocketAddr};

use apigw_local::{Local, Server};

fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(0);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let server = Server::bind(Local::new(), SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        println!("http://{}", server.address());
        server.run().await;
        Ok(())
    })
}
