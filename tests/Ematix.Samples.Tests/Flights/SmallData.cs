using System.IO.Compression;
using System.Text;
using Ematix.Samples.Tests.Support;

namespace Ematix.Samples.Tests.Flights;

/// <summary>A folder with files like the real ones, of a few lines each, that tests may spoil.</summary>
internal sealed class SmallData : IDisposable
{
    private readonly TestFolder _folder = new();

    public SmallData()
    {
        Write("flights.csv.gz", """
            flight_id,sched_dep_utc,actual_dep_utc,origin,dest,carrier,flight_no,tailnum,dep_delay,arr_delay,air_time,distance
            1,2014-01-01T10:00:00Z,2014-01-01T10:00:30.5Z,SEA,JFK,AS,1,N1,1,,,
            2,2014-01-01T11:00:30.5Z,2014-01-01T11:10:00Z,SEA,BOS,AS,2,N1,-3,,,
            3,2014-01-01T12:10:00Z,2014-01-01T12:15:00Z,SEA,BOS,AS,3,,5,,,
            4,2014-01-02T12:10:00Z,2014-01-02T12:15:00Z,PDX,BOS,AS,4,N2,5,,,

            """);
        Write("weather.csv.gz", """
            airport,obs_utc,temp,dewp,humid,wind_dir,wind_speed,precip,pressure,visib
            SEA,2014-01-01T07:00:30.5Z,44.96,,85.9,290,3.45234,0,,10

            """);
        Write("planes.csv.gz", """
            tailnum,year,type,manufacturer,model,engines,seats,engine
            N1,0,Fixed wing multi engine,ACME,X-1,2,182,Turbo-fan
            N2,2015,Fixed wing multi engine,ACME,X-2,4,200,Turbo-fan

            """);
    }

    public string Folder => _folder.Location;

    /// <summary>Replaces a part of a file that is there.</summary>
    public void Replace(string file, string part, string by)
    {
        var text = Read(file);
        Assert.Contains(part, text, StringComparison.Ordinal);
        Write(file, text.Replace(part, by));
    }

    public void Dispose() => _folder.Dispose();

    private string Read(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(_folder.PathOf(file)), CompressionMode.Decompress));
        return reader.ReadToEnd();
    }

    private void Write(string file, string text)
    {
        using var stream = new GZipStream(File.Create(_folder.PathOf(file)), CompressionLevel.Fastest);
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
